/**
 * The embedded engine: programs run in workers inside a sandboxed frame of this page, with no origin and no network.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import type { Exchange, HttpRequest } from '../../http/http.ts'
import type { Limits } from '../limits.ts'
import { type App, type Sandbox, SandboxError, type Settled, type Started } from '../sandbox.ts'
import { type EngineConnection, EngineLink } from './engine-link.ts'
import type { Reply } from './protocol.ts'

export interface EmbeddedOptions {
  /** Opens an engine on the page: at the first boot, and again when one was ended. */
  readonly openEngine: () => Promise<EngineConnection>
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
    const link = await this.#link()
    const app = this.#nextApp++
    link.post({ type: 'start', app, program })
    const stop = () => {
      if (!link.closed) link.post({ type: 'stop', app })
    }
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    return {
      fresh: async ({ env }) => expectStarted(await link.call({ type: 'fresh', app, env }, signal)),
      send: async (request: HttpRequest, { timeLimit }) =>
        expectExchange(await link.call({ type: 'send', app, request, timeLimit }, signal)),
      settle: async () => expectStarted(await link.call({ type: 'settle', app }, signal)),
      stop: async () => {
        signal.removeEventListener('abort', stop)
        stop()
      },
    }
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

const expectExchange = (reply: Reply): Exchange => {
  if ('request' in reply) return reply
  throw new SandboxError(
    'crashed',
    'could not read the engine: because it answered something else than an exchange; reload the page',
  )
}

const expectStarted = (reply: Reply): Started & Settled => {
  if (!('request' in reply)) return reply
  throw new SandboxError('crashed', 'could not read the engine: because it answered with an exchange; reload the page')
}
