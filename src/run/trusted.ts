/**
 * The other side of the trusted worker: each question has a limit, past which the worker is restarted.
 * A stranger's pattern or a huge body never freezes the page, and never outlives its limit.
 * @module
 */

import { AuthoringError } from '../check/authoring-error.ts'
import type { Check } from '../check/check.ts'
import type { CheckTranscript, Result } from '../check/result.ts'
import type { Compilation, SourceFiles } from '../compile/program.ts'
import { SandboxError } from '../sandbox/sandbox.ts'
import type { TrustedReply, TrustedRequest } from './trusted-protocol.ts'

/** Compiling a learner's files takes milliseconds; this is for files that nobody wrote by hand. */
const compileLimit = 5_000

/** Loading the worker's script, ms; on a busy machine that takes longer than any judging. */
const loadLimit = 10_000

interface Asked {
  readonly request: TrustedRequest
  readonly limit: number
  readonly resolve: (reply: TrustedReply | null) => void
  readonly reject: (error: SandboxError) => void
}

export class Trusted {
  /** Null until it is needed, and again when its script could not be loaded. */
  #worker: Worker | null = null
  /** Whether the worker's script is loaded. */
  #ready = false
  /** What was asked and not answered, in the order in which the worker answers. */
  #asked: Asked[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly createWorker: () => Worker,
    private readonly judgeLimit: number,
  ) {}

  /** @throws {SandboxError} when the compiler itself fails or takes too long */
  readonly compile = async (files: SourceFiles): Promise<Compilation> => {
    const reply = await this.#ask({ type: 'compile', files }, compileLimit)
    if (reply?.type === 'compiled') return reply.compilation
    const why = reply?.type === 'failed' ? reply.message : `it took longer than ${compileLimit / 1000} s`
    throw new SandboxError('timed-out', `could not compile: because ${why}; make the files smaller, or report it`)
  }

  /**
   * A judge that takes too long is a `not-run`.
   * @throws {AuthoringError} when the check itself is wrong
   * @throws {SandboxError} when the judge itself fails
   */
  readonly judge = async (check: Check, transcript: CheckTranscript): Promise<Result> => {
    const reply = await this.#ask({ type: 'judge', check, transcript }, this.judgeLimit)
    if (reply?.type === 'judged') return reply.result
    if (reply?.type === 'wrong-check') throw new AuthoringError(reply.message)
    if (reply) {
      const why = reply.type === 'failed' ? reply.message : `it answered with ${reply.type}`
      throw new SandboxError('crashed', `could not judge "${check.id}": because ${why}; reload the page, or report it`)
    }
    return {
      check: check.id,
      outcome: 'not-run',
      steps: check.steps.map((_, index) => ({
        outcome: 'not-run',
        happened: transcript.happened[index] ?? null,
        observations: [],
        unsaved: [],
        advice: [],
      })),
      failure: null,
      notRun: { kind: 'judge-limit', ms: this.judgeLimit },
      log: transcript.endLog,
    }
  }

  /** @returns null when the limit passed; it counts from when the question's turn comes */
  #ask(request: TrustedRequest, limit: number): Promise<TrustedReply | null> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ request, limit, resolve, reject })
      if (this.#asked.length === 1) this.#startClock()
      this.#worker ??= this.#start()
      this.#worker.postMessage(request)
    })
  }

  /** The first question's; while the script is loading, that of loading. */
  #startClock(): void {
    clearTimeout(this.#timer)
    const [asked] = this.#asked
    if (asked) this.#timer = setTimeout(() => this.#restart(), this.#ready ? asked.limit : loadLimit)
  }

  /** The worker is stuck with the first question: that one is given up, the others are asked again. */
  #restart(): void {
    this.#worker?.terminate()
    const worker = this.#start()
    this.#worker = worker
    this.#asked.shift()?.resolve(null)
    for (const { request } of this.#asked) worker.postMessage(request)
    this.#startClock()
  }

  #start(): Worker {
    const worker = this.createWorker()
    this.#ready = false
    worker.onmessage = ({ data }: MessageEvent<TrustedReply>) => {
      if (data.type === 'ready') this.#ready = true
      else this.#asked.shift()?.resolve(data)
      this.#startClock()
    }
    worker.onerror = event => {
      clearTimeout(this.#timer)
      worker.terminate()
      const why = event.message || 'its script could not be loaded'
      const error = new SandboxError('boot-failed', `could not start the compiler: because ${why}; reload the page`)
      this.#worker = null
      for (const { reject } of this.#asked.splice(0)) reject(error)
    }
    return worker
  }
}
