/**
 * One app: a program and the process it is in. After a failure the process may be gone, and the next `fresh()` takes
 * another.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import type { AppFailure, Exchange, HttpRequest } from '../../http/http.ts'
import type { Limits } from '../limits.ts'
import { LogBuffer } from '../program/log-buffer.ts'
import type { Answer, Reply, Task } from '../runner/protocol.ts'
import {
  type App,
  type Connected,
  type Env,
  SandboxError,
  type Settled,
  type Socket,
  type Started,
} from '../sandbox.ts'
import type { RunnerPool } from './runner-pool.ts'
import type { Clock, RunnerEnd, RunnerProcess } from './runner-process.ts'

const stopped: AppFailure = { kind: 'exited', message: 'stopped', at: null }

export interface RunnerAppOptions {
  readonly limits: Limits
  /** How much longer than a call's own limit the process is left alone, ms. */
  readonly slack: number
  /** Aborting it ends the app. */
  readonly signal: AbortSignal
}

/** What came of a `fresh()`. */
interface Evaluation extends Started {
  /** Where requests go, or why they go nowhere. */
  readonly process: RunnerProcess | AppFailure
}

type Heard = Awaited<ReturnType<Socket['receive']>>

export class RunnerApp implements App {
  /** The process of the last `fresh()`, or why there is none. Requests follow it without waiting for its reply. */
  #process: Promise<RunnerProcess | AppFailure> = Promise.resolve(stopped)
  /** Settled when every call so far is. */
  #quiet: Promise<unknown> = Promise.resolve()
  #current: RunnerProcess | null = null
  #stopped = false
  #nextSocket = 1
  readonly #log: LogBuffer
  readonly #aborted: Promise<never>

  constructor(
    private readonly program: Program,
    private readonly pool: RunnerPool,
    private readonly options: RunnerAppOptions,
  ) {
    const { limits, signal } = options
    this.#log = new LogBuffer(limits)
    this.#aborted = new Promise((_resolve, reject) => {
      const abort = (): void => {
        void this.stop()
        reject(new SandboxError('aborted', 'the run was replaced by a newer one'))
      }
      if (signal.aborted) abort()
      else signal.addEventListener('abort', abort, { once: true })
    })
    this.#aborted.catch(() => undefined)
  }

  /** Waits for the calls before, because one of them may end the process. */
  fresh: App['fresh'] = ({ env }) => {
    const evaluating = this.#quiet.then(() => this.#evaluate(env, 1))
    this.#process = evaluating.then(({ process }) => process)
    this.#process.catch(() => undefined)
    return this.#follow(evaluating.then(({ failure, log }): Started => ({ failure, log })))
  }

  send: App['send'] = (request, options) =>
    this.#perform(
      { type: 'send', request, options },
      { timeLimit: options.timeLimit, slack: this.#slack },
      (reply, ms) => ({
        ...exchangeOf(request, reply.type === 'answered' ? reply.answer : unanswered(reply, ms)),
        log: this.#log.take(),
      }),
    )

  sendTogether: App['sendTogether'] = (requests, { timeLimit }) =>
    this.#perform({ type: 'send-together', requests, timeLimit }, { timeLimit, slack: this.#slack }, (reply, ms) => {
      const { answers, finished } = reply.type === 'answered-together' ? reply : { answers: [], finished: [] }
      const exchanges = requests.map((request, index) => exchangeOf(request, answers[index] ?? unanswered(reply, ms)))
      return { exchanges, finished, log: this.#log.take() }
    })

  connect: App['connect'] = (request, options) => {
    const socket = this.#nextSocket++
    const clock = { timeLimit: options.timeLimit, slack: this.#slack }
    return this.#perform({ type: 'connect', socket, request, options }, clock, (reply, ms): Connected => {
      const answer = reply.type === 'answered' ? reply.answer : unanswered(reply, ms)
      const isOpen = answer.failure === null && answer.response?.status === 101
      const exchange = { ...exchangeOf(request, answer), log: this.#log.take() }
      return { exchange, socket: isOpen ? this.#socket(socket) : null }
    })
  }

  settle: App['settle'] = () => {
    const clock = { timeLimit: 2 * this.options.limits.request, slack: this.#slack }
    return this.#perform({ type: 'settle' }, clock, (reply): Settled => this.#happened(reply))
  }

  async stop(): Promise<void> {
    // By now the process may be another's.
    if (this.#stopped) return
    this.#stopped = true
    if (this.#current) this.pool.giveBack(this.#current, stopped)
  }

  #socket(socket: number): Socket {
    const { receive, grace } = this.options.limits
    const heard = (reply: Reply | RunnerEnd): Heard => ({
      event: reply.type === 'heard' ? reply.event : null,
      ...this.#happened(reply),
    })
    return {
      send: data => this.#perform({ type: 'socket-send', socket, data }, { timeLimit: receive, slack: grace }, heard),
      receive: ({ timeLimit }) =>
        this.#perform({ type: 'socket-receive', socket, timeLimit }, { timeLimit, slack: grace }, heard),
      close: options => {
        const clock = { timeLimit: options.timeLimit, slack: grace }
        return this.#perform({ type: 'socket-close', socket, options }, clock, heard)
      },
    }
  }

  #happened(reply: Reply | RunnerEnd): Started {
    return { failure: failureOf(reply), log: this.#log.take() }
  }

  /** Puts a task to the process of the last `fresh()`, in the order of the calls. */
  #perform<T>(task: Task, clock: Clock, read: (reply: Reply | RunnerEnd, ms: number) => T): Promise<T> {
    const ready = this.#process
    const began = performance.now()
    const performing = async (): Promise<T> => {
      const found = await ready
      const process = this.#stopped ? stopped : found
      const readReply = (reply: Reply | RunnerEnd): T => read(reply, performance.now() - began)
      return 'kind' in process ? readReply(ended(process)) : process.call(task, clock, readReply)
    }
    return this.#follow(performing())
  }

  #follow<T>(call: Promise<T>): Promise<T> {
    this.#quiet = Promise.allSettled([this.#quiet, call])
    return Promise.race([call, this.#aborted])
  }

  /** In the current process, or in another when that is gone, or was spoiled by the evaluation before. */
  async #evaluate(env: Env, retries: number): Promise<Evaluation> {
    const found = await this.#ensureProcess()
    const process = this.#stopped ? stopped : found
    if ('kind' in process) return { process, failure: process, log: this.#log.take() }
    const evaluation = await process.call({ type: 'fresh', env }, this.#loading, (reply): Evaluation | null =>
      reply.type === 'spoiled' ? null : { process, ...this.#happened(reply) },
    )
    if (evaluation) return evaluation
    process.end(stopped)
    if (retries > 0) return this.#evaluate(env, retries - 1)
    throw new SandboxError('crashed', 'could not go on: because a new process could not be cleaned; report this')
  }

  /** The current process while it lives, else another one with the program loaded. */
  async #ensureProcess(): Promise<RunnerProcess | AppFailure> {
    if (this.#stopped) return stopped
    if (this.#current && !this.#current.gone) return this.#current
    const process = await this.pool.take(this.program.packages)
    this.#current = process
    if (this.#stopped) process.end(stopped)
    const reply = await process.call({ type: 'load', program: this.program }, this.#loading, reply => {
      // What came before is of the program before.
      process.onLog = lines => this.#log.add(lines)
      return reply
    })
    if (reply.type === 'spoiled') {
      process.end(stopped)
      return this.#ensureProcess()
    }
    const failure = failureOf(reply)
    this.pool.replenish()
    // Nothing of the program itself runs while it is loaded.
    if (failure && failure !== stopped && failure.kind !== 'load-threw') {
      const why = `could not load the program: because the process did not take it (${failure.message}); run again`
      throw new SandboxError('start-failed', why)
    }
    return failure ?? process
  }

  get #slack(): number {
    return this.options.slack
  }

  get #loading(): Clock {
    return { timeLimit: this.options.limits.start, slack: this.#slack }
  }
}

const ended = (failure: AppFailure): RunnerEnd => ({ type: 'ended', failure })

const failureOf = (reply: Reply | RunnerEnd): AppFailure | null => ('failure' in reply ? reply.failure : null)

const exchangeOf = (request: HttpRequest, { response, failure, ms }: Answer): Exchange => ({
  request,
  response,
  failure,
  log: [],
  ms,
})

const unanswered = (reply: Reply | RunnerEnd, ms: number): Answer => ({
  response: null,
  failure: failureOf(reply),
  ms,
})
