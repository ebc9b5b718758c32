/**
 * The embedded engine: programs run in workers inside a sandboxed frame of this page, with no origin and no network.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import { bundlesFor } from '../bundles.ts'
import type { Limits } from '../limits.ts'
import type { App, Sandbox } from '../sandbox.ts'
import { embeddedApp } from './embedded-app.ts'
import { type EngineConnection, EngineLink } from './engine-link.ts'
import type { PackageSource } from './package-source.ts'

export interface EmbeddedOptions {
  /** Opens an engine on the page: at the first boot, and again when one was ended. */
  readonly openEngine: () => Promise<EngineConnection>
  /** Packages that are fetched when a program needs them. */
  readonly packages: PackageSource
  readonly limits: Limits
}

export class EmbeddedSandbox implements Sandbox {
  readonly engine = 'embedded'
  #booting: Promise<EngineLink> | null = null
  #nextApp = 1

  constructor(private readonly options: EmbeddedOptions) {}

  async boot(report: (stage: string) => void): Promise<void> {
    report('Starting the engine')
    await this.#link()
  }

  async start(program: Program, { signal }: { readonly signal: AbortSignal }): Promise<App> {
    const { packages } = this.options
    const bundles = bundlesFor(program.packages, packages.needs)
    const link = await this.#link()
    if (bundles.length > 0) await link.bring(bundles, packages.load)
    const app = this.#nextApp++
    link.post({ type: 'start', app, program, bundles })
    const stop = () => {
      if (!link.closed) link.post({ type: 'stop', app })
    }
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    return embeddedApp(link, app, signal, () => {
      signal.removeEventListener('abort', stop)
      stop()
    })
  }

  dispose(): void {
    this.#booting?.then(link => link.close()).catch(() => undefined)
    this.#booting = null
  }

  /** The engine that is up or starting; a new one when there is none, it could not start, or it was ended. */
  #link(): Promise<EngineLink> {
    if (this.#booting) return this.#booting
    const booting = this.#open(() => {
      if (this.#booting === booting) this.#booting = null
    })
    this.#booting = booting
    return booting
  }

  async #open(forget: () => void): Promise<EngineLink> {
    try {
      return await this.#start(forget)
    } catch (error) {
      forget()
      throw error
    }
  }

  async #start(onClose: () => void): Promise<EngineLink> {
    const link = new EngineLink(await this.options.openEngine(), this.options.limits, onClose)
    await link.booted
    return link
  }
}
