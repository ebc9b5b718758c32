/**
 * The page's side of the trusted worker: one request at a time, each with a limit, past which the worker is restarted.
 * A stranger's pattern or a huge body never freezes the page, and never outlives its limit.
 * @module
 */

import type { Check } from '../check/check.ts'
import type { CheckTranscript, Result } from '../check/result.ts'
import type { Compilation, SourceFiles } from '../compile/program.ts'
import { SandboxError } from '../sandbox/sandbox.ts'
import type { TrustedReply, TrustedRequest } from './trusted-protocol.ts'

/** Compiling a learner's files takes milliseconds; this is for files that nobody wrote by hand. */
const compileLimit = 5_000

export class Trusted {
  #worker: Worker
  #queue: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly createWorker: () => Worker,
    private readonly judgeLimit: number,
  ) {
    this.#worker = createWorker()
  }

  /** @throws {SandboxError} when the compiler itself fails or takes too long */
  readonly compile = async (files: SourceFiles): Promise<Compilation> => {
    const reply = await this.#ask({ type: 'compile', files }, compileLimit)
    if (reply?.type === 'compiled') return reply.compilation
    const why = reply?.type === 'failed' ? reply.message : `it took longer than ${compileLimit / 1000} s`
    throw new SandboxError('timed-out', `could not compile: because ${why}; make the files smaller, or report it`)
  }

  /** @throws {SandboxError} when the judge itself fails; a judge that takes too long is a `not-run` */
  readonly judge = async (check: Check, transcript: CheckTranscript): Promise<Result> => {
    const reply = await this.#ask({ type: 'judge', check, transcript }, this.judgeLimit)
    if (reply?.type === 'judged') return reply.result
    if (reply) {
      const why = reply.type === 'failed' ? reply.message : `it answered with ${reply.type}`
      throw new SandboxError('crashed', `could not judge "${check.id}": because ${why}; reload the page, or report it`)
    }
    return {
      check: check.id,
      outcome: 'not-run',
      steps: transcript.exchanges.map(exchange => ({ outcome: 'not-run', exchange, observations: [], advice: [] })),
      failure: null,
      notRun: { kind: 'judge-limit', ms: this.judgeLimit },
      log: transcript.endLog,
    }
  }

  /** @returns null when the limit passed */
  #ask(request: TrustedRequest, limit: number): Promise<TrustedReply | null> {
    const asked = this.#queue.then(() => this.#askNow(request, limit))
    this.#queue = asked.catch(() => undefined)
    return asked
  }

  #askNow(request: TrustedRequest, limit: number): Promise<TrustedReply | null> {
    return new Promise((resolve, reject) => {
      const worker = this.#worker
      const end = () => {
        clearTimeout(timer)
        worker.onmessage = null
        worker.onerror = null
      }
      const timer = setTimeout(() => {
        end()
        worker.terminate()
        this.#worker = this.createWorker()
        resolve(null)
      }, limit)
      worker.onmessage = ({ data }: MessageEvent<TrustedReply>) => {
        end()
        resolve(data)
      }
      worker.onerror = event => {
        end()
        this.#worker = this.createWorker()
        const why = event.message || 'its script could not be loaded'
        reject(new SandboxError('boot-failed', `could not start the compiler: because ${why}; reload the page`))
      }
      worker.postMessage(request)
    })
  }
}
