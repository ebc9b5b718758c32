/**
 * One runner as the sandbox sees it: a process that answers calls, may hang, and can be ended.
 * @module
 */

import type { AppFailure, LogLine } from '../../http/http.ts'
import type { FromRunner, Reply, Task } from '../runner/protocol.ts'
import { SandboxError } from '../sandbox.ts'
import type { Processes, RunnerChannel } from './channel.ts'
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
  readonly reject: (error: SandboxError) => void
}

export class RunnerProcess {
  /** Resolves with the version of Node: `22.22.3`. Rejects when the process could not be started; the message says why. */
  readonly ready: Promise<string>
  /** Why the process is gone: what the program did, or what happened to it. Null while it lives. */
  gone: AppFailure | SandboxError | null = null
  onLog: (lines: readonly LogLine[]) => void = () => undefined
  /** Called once, when the process is gone or is about to be. */
  onEnd: () => void = () => undefined
  readonly #channel: RunnerChannel
  /** Calls without a reply, in the order in which the runner answers them: one after the other. */
  readonly #calls: Call[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #nextId = 1
  #isReady = false
  #settleReady: (version: string | Error) => void = () => undefined

  constructor(processes: Pick<Processes, 'spawn' | 'readyLimit'>) {
    this.ready = this.#whenReady(processes.readyLimit)
    this.#channel = processes.spawn({
      message: value => {
        const message = parseRunnerMessage(value)
        if (message && !this.gone) this.#receive(message)
      },
      ended: why => this.end(exited(why)),
      lost: why => this.#lose(new SandboxError('crashed', why)),
    })
  }

  /**
   * Waits for the runner's reply. Calls may be made while others wait; each has its time from when its turn comes, after
   * which the process is ended.
   * @param read is given the reply at once, before anything that the process wrote later
   * @throws {SandboxError} when the process is gone and the program is not the reason
   */
  call<T>(task: Task, clock: Clock, read: (reply: Reply | RunnerEnd) => T): Promise<T> {
    const { gone } = this
    if (gone instanceof SandboxError) return Promise.reject(gone)
    if (gone) return Promise.resolve(read({ type: 'ended', failure: gone }))
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#calls.push({ id, clock, settle: reply => resolve(read(reply)), reject })
      if (this.#calls.length === 1) this.#startClock()
      this.#channel.say({ ...task, id })
    })
  }

  /** Whether it lives, and has answered every call. */
  get isIdle(): boolean {
    return this.gone === null && this.#calls.length === 0
  }

  /** Ends the process at once, whatever it is doing, and answers every call with the reason. */
  end(failure: AppFailure): void {
    this.#end(failure, failure.message, ({ settle }) => settle({ type: 'ended', failure }))
  }

  #lose(error: SandboxError): void {
    this.#end(error, error.message, ({ reject }) => reject(error))
  }

  #end(reason: AppFailure | SandboxError, why: string, answer: (call: Call) => void): void {
    if (this.gone) return
    this.gone = reason
    this.#channel.kill()
    clearTimeout(this.#timer)
    this.#settleReady(new Error(why))
    for (const call of this.#calls.splice(0)) answer(call)
    this.onEnd()
  }

  #whenReady(limit: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end(exited(`it was not ready within ${limit / 1000} s`)), limit)
      this.#settleReady = outcome => {
        clearTimeout(timer)
        if (typeof outcome === 'string') return resolve(outcome)
        const complaint = this.#channel.complaint().trim()
        reject(complaint === '' ? outcome : new Error(`${outcome.message}; it wrote:\n${complaint}`))
      }
    })
  }

  #receive(message: FromRunner): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true
        this.#settleReady(message.node)
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
