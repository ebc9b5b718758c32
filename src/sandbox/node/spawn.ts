/**
 * A runner in a Node process of this machine, spoken to over pipes.
 * @module
 */

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Limits } from '../limits.ts'
import type { Spawn } from '../processes/channel.ts'
import { OPTIONS, type RunnerOptions } from '../runner/protocol.ts'
import { encodeFrame, FrameReader, markFromRunner, markToRunner } from '../wire.ts'

/** Characters of what Node itself wrote that are kept, to explain why it ended. */
const STDERR_KEPT = 4_000

/** @param runner path of the runner's file */
export const spawnNode =
  (runner: string, limits: Limits): Spawn =>
  events => {
    const nonce = randomUUID()
    const options: RunnerOptions = { nonce, parent: process.pid, files: null, limits }
    // Of our own environment nothing is handed on: not to Node, which reads NODE_OPTIONS, nor to the program.
    const child = spawn(process.execPath, ['--no-warnings', runner], {
      env: { [OPTIONS]: JSON.stringify(options) },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let complaint = ''
    const reader = new FrameReader(markFromRunner(nonce))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      for (const read of reader.push(text)) if (read.kind === 'frame') events.message(read.value)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-STDERR_KEPT)
    })
    // A process that is gone cannot be written to; that it is gone is heard below.
    child.stdin.on('error', () => undefined)
    child.on('error', error => events.ended(error.message))
    // After everything that it wrote was read.
    child.on('close', (code, signal) =>
      events.ended(signal === null ? `the process ended with code ${code}` : `the process was ended by ${signal}`),
    )
    return {
      say: message => child.stdin.write(encodeFrame(markToRunner(nonce), message)),
      kill: () => child.kill('SIGKILL'),
      complaint: () => complaint,
    }
  }
