/**
 * Gives runner processes that are ready, and keeps a spare one warm, since starting one takes longer than a run.
 * @module
 */

import type { Limits } from '../limits.ts'
import { SandboxError, type SandboxErrorCode } from '../sandbox.ts'
import { RunnerProcess } from './runner-process.ts'

export class RunnerPool {
  readonly #living = new Set<RunnerProcess>()
  #spare: RunnerProcess | null = null
  #disposed = false

  constructor(
    private readonly runner: string,
    private readonly limits: Limits,
  ) {}

  /** @throws {SandboxError} when a process cannot be started */
  async take(): Promise<RunnerProcess> {
    const process = await this.#whenReady('start-failed')
    if (this.#spare === process) this.#spare = null
    // Two callers may have waited for the same spare.
    else return this.take()
    return process
  }

  /** Starts a spare process, unless there is one, and waits until it is ready. */
  async warm(): Promise<void> {
    await this.#whenReady('boot-failed')
  }

  /** Starts a spare process without waiting; when that fails, `take` finds out. */
  replenish(): void {
    if (!this.#disposed) this.#start()
  }

  dispose(): void {
    this.#disposed = true
    for (const process of this.#living)
      process.end({ kind: 'exited', message: 'the sandbox was disposed of', at: null })
  }

  async #whenReady(code: SandboxErrorCode): Promise<RunnerProcess> {
    if (this.#disposed) {
      throw new SandboxError(code, 'could not start Node: because the sandbox was disposed of; make another one')
    }
    const process = this.#start()
    try {
      await process.ready
      return process
    } catch (cause) {
      if (this.#spare === process) this.#spare = null
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new SandboxError(code, `could not start Node: because ${why}; run npm ci and try again`, { cause })
    }
  }

  #start(): RunnerProcess {
    if (this.#spare && !this.#spare.failure) return this.#spare
    const process = new RunnerProcess(this.runner, this.limits)
    this.#living.add(process)
    process.onEnd = () => this.#living.delete(process)
    // Whoever waits for it sees the rejection.
    process.ready.catch(() => undefined)
    this.#spare = process
    return process
  }
}
