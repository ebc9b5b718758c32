/**
 * The node engine: programs run in real Node processes of this machine, and requests are real HTTP. It is what the other
 * engines are measured by, and what the command line runs on. A program can do there what this user can do: it is for
 * programs that are trusted, or run where nothing can be lost.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import type { Limits } from '../limits.ts'
import type { App, Sandbox } from '../sandbox.ts'
import { NodeApp } from './node-app.ts'
import { RunnerPool } from './runner-pool.ts'

export interface NodeOptions {
  /** Path of the runner, a module that build/runner.ts makes; packages are resolved from there. */
  readonly runner: string
  readonly limits: Limits
}

export class NodeSandbox implements Sandbox {
  readonly engine = 'node'
  readonly #pool: RunnerPool

  constructor(private readonly options: NodeOptions) {
    this.#pool = new RunnerPool(options.runner, options.limits)
  }

  async boot(report: (stage: string) => void): Promise<void> {
    report('Starting Node')
    await this.#pool.warm()
  }

  async start(program: Program, { signal }: { readonly signal: AbortSignal }): Promise<App> {
    return new NodeApp(program, this.#pool, this.options.limits, signal)
  }

  /** Ends every process that this sandbox started. */
  dispose(): void {
    this.#pool.dispose()
  }
}
