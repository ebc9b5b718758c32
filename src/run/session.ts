/**
 * Requests sent by hand: an app that is kept from one request to the next, until the files change or it breaks.
 * @module
 */

import type { SourceFiles } from '../compile/program.ts'
import type { AppFailure, Exchange, HttpRequest, LogLine } from '../http/http.ts'
import type { App } from '../sandbox/sandbox.ts'
import type { Pipeline } from './run.ts'

interface Kept {
  /** The files it was made from, as JSON: files that came from another thread have no identity. */
  readonly source: string
  readonly app: App
  readonly abort: AbortController
}

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

  /** Ends the kept app; the next request starts another. */
  end(): void {
    this.#kept?.abort.abort()
    this.#kept = null
  }

  async #send(files: SourceFiles, request: HttpRequest): Promise<Exchange> {
    let loading: readonly LogLine[] = []
    if (this.#kept?.source !== JSON.stringify(files)) {
      this.end()
      const started = await this.#start(files)
      loading = started.log
      if (started.failure) return { request, response: null, failure: started.failure, log: loading, ms: 0 }
    }
    if (!this.#kept) return this.#send(files, request)
    try {
      const exchange = await this.#kept.app.send(request, { timeLimit: this.pipeline.limits.request })
      if (exchange.failure) this.end()
      return { ...exchange, log: [...loading, ...exchange.log] }
    } catch (error) {
      this.end()
      throw error
    }
  }

  async #start(files: SourceFiles): Promise<{ failure: AppFailure | null; log: readonly LogLine[] }> {
    const { program, diagnostics } = await this.pipeline.compile(files)
    if (!program) {
      const [first] = diagnostics
      const message = first?.message ?? ''
      return { failure: { kind: 'did-not-compile', message, at: first ?? null }, log: [] }
    }
    await this.pipeline.sandbox.boot(() => undefined)
    const abort = new AbortController()
    const app = await this.pipeline.sandbox.start(program, { signal: abort.signal })
    this.#kept = { source: JSON.stringify(files), app, abort }
    const started = await app.fresh({ env: {} })
    if (started.failure) this.end()
    return started
  }
}
