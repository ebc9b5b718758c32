/**
 * Gives runner processes that are ready, and keeps a spare one warm, since starting one takes longer than a run.
 * @module
 */

import type { AppFailure } from '../../http/http.ts'
import { SandboxError, type SandboxErrorCode } from '../sandbox.ts'
import type { Processes } from './channel.ts'
import { RunnerProcess } from './runner-process.ts'

const disposedOf: AppFailure = { kind: 'exited', message: 'the sandbox was disposed of', at: null }

export interface RunnerPoolOptions {
  /** Whether a process whose app is over is given to another one, cleaned as between two checks. */
  readonly reuse?: boolean
}

export class RunnerPool {
  readonly #living = new Set<RunnerProcess>()
  /** Those whose app is over. */
  readonly #idle: RunnerProcess[] = []
  #spare: RunnerProcess | null = null
  #disposed = false

  constructor(
    private readonly processes: Processes,
    private readonly options: RunnerPoolOptions = {},
  ) {}

  /**
   * @param packages that a program in it imports
   * @throws {SandboxError} when a process cannot be started, or would not find the packages
   */
  async take(packages: readonly string[]): Promise<RunnerProcess> {
    await this.processes.prepare(packages)
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) if (!idle.gone) return idle
    const { process } = await this.#whenReady('start-failed')
    if (this.#spare === process) this.#spare = null
    // Two callers may have waited for the same spare.
    else return this.take(packages)
    return process
  }

  /** Takes the process of an app that is over. */
  giveBack(process: RunnerProcess, why: AppFailure): void {
    process.onLog = () => undefined
    if (this.options.reuse && !this.#disposed && process.isIdle) this.#idle.push(process)
    else process.end(why)
  }

  /**
   * Starts a spare process, unless there is one, and waits until it is ready.
   * @returns the version of Node
   * @throws {SandboxError} when it cannot be started
   */
  async warm(): Promise<string> {
    await this.processes.prepare([])
    return (await this.#whenReady('boot-failed')).version
  }

  /** Starts a spare process without waiting; when that fails, `take` finds out. */
  replenish(): void {
    if (!this.#disposed) this.#start()
  }

  dispose(): void {
    this.#disposed = true
    for (const process of this.#living) process.end(disposedOf)
  }

  async #whenReady(code: SandboxErrorCode): Promise<{ readonly process: RunnerProcess; readonly version: string }> {
    if (this.#disposed) {
      throw new SandboxError(code, 'could not start Node: because the sandbox was disposed of; make another one')
    }
    const process = this.#start()
    try {
      return { process, version: await process.ready }
    } catch (cause) {
      if (this.#spare === process) this.#spare = null
      if (process.gone instanceof SandboxError) throw process.gone
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new SandboxError(code, `could not start Node: because ${why}; ${this.processes.remedy}`, { cause })
    }
  }

  #start(): RunnerProcess {
    if (this.#spare && !this.#spare.gone) return this.#spare
    const process = new RunnerProcess(this.processes)
    this.#living.add(process)
    process.onEnd = () => this.#living.delete(process)
    // Whoever waits for it sees the rejection.
    process.ready.catch(() => undefined)
    this.#spare = process
    return process
  }
}
