/**
 * A client that goes away before it has the whole answer: the request's signal is aborted, and whoever waits for the app
 * waits no longer.
 * @module
 */

import type { SendOptions } from '../../sandbox.ts'

/** Stands in place of an answer that nobody waits for any more. */
export interface Gone {
  readonly kind: 'gone'
}
export const GONE: Gone = { kind: 'gone' }

/** `signal.reason` as node-server gives it for a connection that was cut. */
const REASON = 'Error: aborted'

/** Programs may redefine them afterwards. */
const { AbortController: PlatformAbortController, setTimeout: later, clearTimeout: never } = globalThis

export class Departure {
  /** Aborted when the client is gone: the request's own. */
  readonly signal: AbortSignal
  readonly #controller = new PlatformAbortController()
  readonly #gone: Promise<Gone>
  readonly #timer: ReturnType<typeof later> | undefined
  #settle: (gone: Gone) => void = () => undefined

  constructor(private readonly when: NonNullable<SendOptions['abort']>) {
    this.signal = this.#controller.signal
    this.#gone = new Promise(resolve => {
      this.#settle = resolve
    })
    if ('ms' in when) this.#timer = later(() => this.#leave(), when.ms)
  }

  /** Whether the client goes now that it has read so many chunks; 0 when it has the head. */
  isDue(chunks: number): boolean {
    const isDue = 'chunks' in this.when && chunks >= this.when.chunks
    if (isDue) this.#leave()
    return isDue
  }

  /** What `pending` comes to, or `GONE` when the client goes first. Of a client that is gone nothing is waited for. */
  async orGone<T>(pending: T): Promise<Awaited<T> | Gone> {
    return await Promise.race([this.#gone, pending])
  }

  /** Call it when the answer is whole. */
  end(): void {
    never(this.#timer)
  }

  #leave(): void {
    this.#controller.abort(REASON)
    this.#settle(GONE)
  }
}
