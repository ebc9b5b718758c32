/**
 * The WebContainer engine: programs run in Node processes inside this browser tab, and requests are real HTTP in there.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import type { Limits } from '../limits.ts'
import type { Processes } from '../processes/channel.ts'
import { RunnerApp } from '../processes/runner-app.ts'
import { RunnerPool } from '../processes/runner-pool.ts'
import type { App, Sandbox } from '../sandbox.ts'
import { ContainerLink } from './container-link.ts'
import type { ContainerLimits } from './limits.ts'
import { spawnInContainer } from './spawn.ts'

export interface WebContainerOptions {
  /**
   * Asks the page for its container, with a port to it. When the one there is has been worn out, it is another one.
   * @throws {SandboxError}
   */
  readonly openContainer: () => Promise<MessagePort>
  /** Told the version of Node that programs run on: `22.22.3`. */
  readonly onNode: (version: string) => void
  readonly limits: Limits
  readonly containerLimits: ContainerLimits
}

export class WebContainerSandbox implements Sandbox {
  readonly engine = 'webcontainer'
  readonly #link: ContainerLink
  readonly #pool: RunnerPool

  constructor(private readonly options: WebContainerOptions) {
    const { limits, containerLimits } = options
    this.#link = new ContainerLink(options.openContainer)
    const processes: Processes = {
      spawn: spawnInContainer(this.#link, limits),
      prepare: async packages => {
        if (this.#link.zombies >= containerLimits.zombies) this.#link.drop()
        await this.#link.ready(packages)
      },
      readyLimit: containerLimits.ready,
      remedy: 'try again, or reload the page',
    }
    this.#pool = new RunnerPool(processes)
  }

  async boot(report: (stage: string) => void): Promise<void> {
    report('Starting Node')
    this.options.onNode(await this.#pool.warm())
  }

  async start(program: Program, { signal }: { readonly signal: AbortSignal }): Promise<App> {
    const { limits, containerLimits } = this.options
    // It brings a parser, which nothing else here needs.
    const { guardLoops } = await import('./guard-loops.ts')
    return new RunnerApp(guardLoops(program), this.#pool, { limits, slack: containerLimits.slack, signal })
  }

  dispose(): void {
    this.#pool.dispose()
  }
}
