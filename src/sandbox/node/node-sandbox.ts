/**
 * The node engine: programs run in real Node processes of this machine, and requests are real HTTP. It is what the other
 * engines are measured by, and what the command line runs on. A program can do there what this user can do: it is for
 * programs that are trusted, or run where nothing can be lost.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import type { Limits } from '../limits.ts'
import { RunnerApp } from '../processes/runner-app.ts'
import { RunnerPool } from '../processes/runner-pool.ts'
import type { App, Sandbox } from '../sandbox.ts'
import { spawnNode } from './spawn.ts'

export interface NodeOptions {
  /** Path of the runner, a module that build/runner.ts makes; packages are resolved from there. */
  readonly runner: string
  readonly limits: Limits
  /**
   * Whether a process whose app is over runs another one, which saves most of the time of a short run. A program then
   * finds what the one before has left and cleaning does not undo: it is for many answers to one exercise.
   */
  readonly reuse?: boolean
}

/** Starting Node takes 40 ms, on a busy machine a second; ms. */
const readyLimit = 30_000
/** How much longer than a request's own limit a process is left alone, ms. */
const slack = 100

export class NodeSandbox implements Sandbox {
  readonly engine = 'node'
  readonly #pool: RunnerPool

  constructor(private readonly options: NodeOptions) {
    const spawn = spawnNode(options.runner, options.limits)
    const processes = { spawn, readyLimit, prepare: async () => undefined, remedy: 'run npm ci and try again' }
    this.#pool = new RunnerPool(processes, { reuse: options.reuse ?? false })
  }

  async boot(report: (stage: string) => void): Promise<void> {
    report('Starting Node')
    await this.#pool.warm()
  }

  async start(program: Program, { signal }: { readonly signal: AbortSignal }): Promise<App> {
    return new RunnerApp(program, this.#pool, { limits: this.options.limits, slack, signal })
  }

  /** Ends every process that this sandbox started. */
  dispose(): void {
    this.#pool.dispose()
  }
}
