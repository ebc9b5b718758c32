/**
 * The line to the sandbox: frames in by the standard input, out by the standard output. What is too long for a line goes
 * by way of a file, and the line says which.
 * @module
 */

import { readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import { encodeFrame, FrameReader, fileOf, longestLine, markFromRunner, markToRunner } from '../wire.ts'
import type { FromRunner, RunnerOptions, ToRunner } from './protocol.ts'

// Taken before a program replaces it.
const exit = process.exit.bind(process)
const { parse, stringify } = JSON

export interface Line {
  /** Written at once: the next thing the program does may be an endless loop. */
  readonly say: (message: FromRunner) => void
  /** Takes every message that follows; call it once. When the sandbox hangs up, this process ends. */
  readonly listen: (take: (message: ToRunner) => void) => void
}

/** Call it before the program's output is captured. */
export const openLine = ({ nonce, files }: Pick<RunnerOptions, 'nonce' | 'files'>): Line => {
  const write = isatty(1) ? writeToTerminal() : writeToPipe
  let written = 0
  const frame = (message: FromRunner): string => {
    const whole = encodeFrame(markFromRunner(nonce), message)
    if (files === null || whole.length <= longestLine.fromRunner) return whole
    written += 1
    const file = `${files}${nonce}-${written}.json`
    writeFileSync(file, stringify(message))
    return encodeFrame(markFromRunner(nonce), { file })
  }
  return {
    say: message => {
      try {
        write(frame(message))
      } catch {
        // Nobody listens any more.
        exit(1)
      }
    },
    listen: take => {
      const reader = new FrameReader(markToRunner(nonce))
      const { stdin } = process
      // A terminal that is left as it is would write everything back, and cut long lines.
      if (stdin.isTTY && typeof stdin.setRawMode === 'function') stdin.setRawMode(true)
      stdin.setEncoding('utf8')
      stdin.on('data', (text: string) => {
        // The nonce is the sandbox's, and the sandbox is built with this file.
        for (const read of reader.push(text)) if (read.kind === 'frame') take(contentOf(read.value) as ToRunner)
      })
      stdin.on('end', () => exit(0))
    },
  }
}

const contentOf = (value: unknown): unknown => {
  const file = fileOf(value)
  if (file === null) return value
  const text = readFileSync(file, 'utf8')
  rmSync(file)
  return parse(text)
}

/** By the file descriptor: `process.stdout`, once it is touched, no longer waits until a pipe has taken everything. */
const writeToPipe = (text: string): void => {
  const bytes = Buffer.from(text, 'latin1')
  for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written)
}

/** To a terminal Node writes at once anyway, and what is behind its descriptor is not known in a WebContainer. */
const writeToTerminal = (): ((text: string) => void) => {
  const { stdout } = process
  const write = stdout.write.bind(stdout)
  return text => void write(text)
}
