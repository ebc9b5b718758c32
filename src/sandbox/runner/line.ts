/**
 * The line to the sandbox: frames in by the standard input, out by the standard output.
 * @module
 */

import { writeSync } from 'node:fs'
import { encodeFrame, FrameReader, markFromRunner, markToRunner } from '../wire.ts'
import type { FromRunner, ToRunner } from './protocol.ts'

// Taken before a program replaces it.
const exit = process.exit.bind(process)

export interface Line {
  /** Written at once: the next thing the program does may be an endless loop. */
  readonly say: (message: FromRunner) => void
  /** Takes every message that follows; call it once. When the sandbox hangs up, this process ends. */
  readonly listen: (take: (message: ToRunner) => void) => void
}

/** By the file descriptor: `process.stdout`, once it is touched, no longer waits until a pipe has taken everything. */
const write = (text: string): void => {
  const bytes = Buffer.from(text, 'latin1')
  for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written)
}

export const openLine = (nonce: string): Line => ({
  say: message => {
    try {
      write(encodeFrame(markFromRunner(nonce), message))
    } catch {
      // Nobody listens any more.
      exit(1)
    }
  },
  listen: take => {
    const reader = new FrameReader(markToRunner(nonce))
    process.stdin.setEncoding('utf8')
    process.stdin.on('data', (text: string) => {
      // The nonce is the sandbox's, and the sandbox is built with this file.
      for (const read of reader.push(text)) if (read.kind === 'frame') take(read.value as ToRunner)
    })
    process.stdin.on('end', () => exit(0))
  },
})
