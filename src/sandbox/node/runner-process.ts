/**
 * One runner as the sandbox sees it: a process that answers calls, may hang, and can be ended.
 * @module
 */

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import type { AppFailure, LogLine } from '../../http/http.ts'
import type { Limits } from '../limits.ts'
import { type FromRunner, OPTIONS, type Reply, type RunnerOptions, type Task } from '../runner/protocol.ts'
import { encodeFrame, FrameReader, markFromRunner, markToRunner } from '../wire.ts'
import { parseRunnerMessage } from './parse-runner-message.ts'

/** A call that got no reply: the process is gone, for this reason. */
export interface RunnerEnd {
  readonly type: 'ended'
  readonly failure: AppFailure
}

/** When a call has taken too long, ms. */
export interface Clock {
  /** What the program is told it had. */
  readonly timeLimit: number
  /** How much later the process is ended: the runner, unless it is blocked, says itself that the time is up. */
  readonly slack: number
}

interface Call {
  readonly id: number
  readonly clock: Clock
  /** Called as the reply is read: what the process wrote after it is not read yet. */
  readonly settle: (reply: Reply | RunnerEnd) => void
}

/** Starting Node takes 40 ms, on a busy machine a second; ms. */
const READY_LIMIT = 30_000
/** Characters of what Node itself wrote that are kept, to explain why it ended. */
const STDERR_KEPT = 4_000

export class RunnerProcess {
  /** Rejects when the process could not be started; its message says why. */
  readonly ready: Promise<void>
  /** Why the process is gone; null while it lives. */
  failure: AppFailure | null = null
  onLog: (lines: readonly LogLine[]) => void = () => undefined
  /** Called once, when the process is gone or is about to be. */
  onEnd: () => void = () => undefined
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>
  readonly #nonce = randomUUID()
  /** Calls without a reply, in the order in which the runner answers them: one after the other. */
  readonly #calls: Call[] = []
  #timer: NodeJS.Timeout | undefined
  #nextId = 1
  #isReady = false
  #stderr = ''
  #settleReady: (why: string | null) => void = () => undefined

  /** @param runner path of the runner's file */
  constructor(runner: string, limits: Limits) {
    const options: RunnerOptions = { nonce: this.#nonce, parent: process.pid, limits }
    // Of our own environment nothing is handed on: not to Node, which reads NODE_OPTIONS, nor to the program.
    this.#child = spawn(process.execPath, ['--no-warnings', runner], {
      env: { [OPTIONS]: JSON.stringify(options) },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
    this.ready = this.#whenReady()
    this.#listen()
  }

  /**
   * Waits for the runner's reply. Calls may be made while others wait; each has its time from when its turn comes, after
   * which the process is ended.
   * @param read is given the reply at once, before anything that the process wrote later
   */
  call<T>(task: Task, clock: Clock, read: (reply: Reply | RunnerEnd) => T): Promise<T> {
    if (this.failure) return Promise.resolve(read({ type: 'ended', failure: this.failure }))
    const id = this.#nextId++
    return new Promise(resolve => {
      this.#calls.push({ id, clock, settle: reply => resolve(read(reply)) })
      if (this.#calls.length === 1) this.#startClock()
      this.#child.stdin.write(encodeFrame(markToRunner(this.#nonce), { ...task, id }))
    })
  }

  /** Ends the process at once, whatever it is doing, and answers every call with the reason. */
  end(failure: AppFailure): void {
    if (this.failure) return
    this.failure = failure
    this.#child.kill('SIGKILL')
    clearTimeout(this.#timer)
    this.#settleReady(failure.message)
    for (const { settle } of this.#calls.splice(0)) settle({ type: 'ended', failure })
    this.onEnd()
  }

  #whenReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end(exited(`it was not ready within ${READY_LIMIT / 1000} s`)), READY_LIMIT)
      this.#settleReady = why => {
        clearTimeout(timer)
        if (why === null) resolve()
        else reject(new Error(this.#stderr === '' ? why : `${why}; it wrote:\n${this.#stderr.trim()}`))
      }
    })
  }

  #listen(): void {
    const { stdin, stdout, stderr } = this.#child
    const reader = new FrameReader(markFromRunner(this.#nonce))
    stdout.setEncoding('utf8').on('data', (text: string) => {
      for (const read of reader.push(text)) {
        const message = read.kind === 'frame' ? parseRunnerMessage(read.value) : null
        if (message && !this.failure) this.#receive(message)
      }
    })
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT)
    })
    // A process that is gone cannot be written to; that it is gone is heard below.
    stdin.on('error', () => undefined)
    this.#child.on('error', error => this.end(exited(error.message)))
    // After everything that it wrote was read.
    this.#child.on('close', (code, signal) =>
      this.end(exited(signal === null ? `the process ended with code ${code}` : `the process was ended by ${signal}`)),
    )
  }

  #receive(message: FromRunner): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true
        this.#settleReady(null)
        this.#startClock()
        return
      case 'log':
        this.onLog(message.lines)
        return
      case 'ended':
        this.end(message.failure)
        return
      default:
        this.#reply(message)
    }
  }

  /** Only the call whose turn it is can be answered. */
  #reply(reply: Reply & { readonly id: number }): void {
    if (this.#calls[0]?.id !== reply.id) return
    this.#calls.shift()?.settle(reply)
    // The program may still be at it.
    const failure = reply.type === 'answered' ? reply.answer.failure : null
    if (failure?.kind === 'timed-out') this.end(failure)
    else this.#startClock()
  }

  /** The clock of the call whose turn it is. It cannot be stopped by what the program does. */
  #startClock(): void {
    clearTimeout(this.#timer)
    const [call] = this.#calls
    if (!call || !this.#isReady) return
    const { timeLimit, slack } = call.clock
    const failure: AppFailure = { kind: 'timed-out', message: `${timeLimit} ms`, at: null }
    this.#timer = setTimeout(() => this.end(failure), timeLimit + slack)
  }
}

const exited = (message: string): AppFailure => ({ kind: 'exited', message, at: null })
