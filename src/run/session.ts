/**
 * Requests sent by hand: an app that is kept from one request to the next, until the files change or it breaks.
 * @module
 */

import type { SourceFiles } from '../compile/program.ts'
import type { Exchange, HttpRequest } from '../http/http.ts'
import type { App, Started } from '../sandbox/sandbox.ts'
import type { Pipeline } from './run.ts'

interface Kept {
  /** The files it was made from, as JSON: files that came from another thread have no identity. */
  readonly source: string
  readonly app: App
  readonly abort: AbortController
}

const nothingNew: Started = { failure: null, log: [] }

export class Session {
  #kept: Kept | null = null
  #queue: Promise<unknown> = Promise.resolve()

  constructor(private readonly pipeline: Pipeline) {}

  /**
   * Sends one request to the files as they are; requests wait for each other.
   * @throws {SandboxError} only for what is our fault
   */
  send(files: SourceFiles, request: HttpRequest): Promise<Exchange> {
    const sent = this.#queue.then(() => this.#send(files, request))
    this.#queue = sent.catch(() => undefined)
    return sent
  }

  /** Ends the kept app unless it was made from these files. */
  keepOnly(files: SourceFiles): void {
    if (this.#kept?.source !== JSON.stringify(files)) this.#end()
  }

  #end(): void {
    this.#kept?.abort.abort()
    this.#kept = null
  }

  async #send(files: SourceFiles, request: HttpRequest): Promise<Exchange> {
    this.keepOnly(files)
    try {
      const { failure, log } = this.#kept ? nothingNew : await this.#start(files)
      if (failure || !this.#kept) return { request, response: null, failure, log, ms: 0 }
      const exchange = await this.#kept.app.send(request, { timeLimit: this.pipeline.limits.request, abort: null })
      // A request that could not be sent did nothing to the app.
      if (exchange.failure && exchange.failure.kind !== 'not-sendable') this.#end()
      return { ...exchange, log: [...log, ...exchange.log] }
    } catch (error) {
      this.#end()
      throw error
    }
  }

  async #start(files: SourceFiles): Promise<Started> {
    const { program, diagnostics } = await this.pipeline.compile(files)
    if (!program) {
      const [first] = diagnostics
      return { failure: { kind: 'did-not-compile', message: first?.message ?? '', at: first ?? null }, log: [] }
    }
    await this.pipeline.sandbox.boot(() => undefined)
    const abort = new AbortController()
    const app = await this.pipeline.sandbox.start(program, { signal: abort.signal })
    this.#kept = { source: JSON.stringify(files), app, abort }
    const started = await app.fresh({ env: {} })
    if (started.failure) this.#end()
    return started
  }
}
