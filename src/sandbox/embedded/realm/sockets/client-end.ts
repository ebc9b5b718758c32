/**
 * The client's end of a WebSocket: what it has heard and nobody has asked for yet.
 * @module
 */

import type { AppFailure } from '../../../../http/http.ts'
import type { Limits } from '../../../limits.ts'
import type { RealmSocketEvent } from '../../protocol.ts'

export type SocketLimits = Pick<Limits, 'body' | 'socketMessages'>

const sizeOf = (event: RealmSocketEvent): number => {
  if (event.kind === 'closed') return 0
  return typeof event.data === 'string' ? event.data.length : event.data.byteLength
}

export class ClientEnd {
  /** Set when the program passed a limit; nothing is heard after it. */
  failure: AppFailure | null = null
  #closed: RealmSocketEvent | null = null
  #heard: RealmSocketEvent[] = []
  #wake: () => void = () => undefined

  constructor(private readonly limits: SocketLimits) {}

  hear(event: RealmSocketEvent): void {
    if (this.failure || this.#closed) return
    if (event.kind === 'closed') this.#closed = event
    else if (sizeOf(event) > this.limits.body) this.#fail(`a message of more than ${this.limits.body / 1024 / 1024} MB`)
    else if (this.#heard.length >= this.limits.socketMessages) {
      this.#fail(`more than ${this.limits.socketMessages} messages on a WebSocket that were not received`)
    } else this.#heard.push(event)
    this.#wake()
  }

  /** The next event, now or later; null when `later` comes first. Once the socket is closed, that it is. */
  async next(later: Promise<unknown>): Promise<RealmSocketEvent | null> {
    if (!this.#hasNews()) {
      const woken = new Promise<void>(resolve => {
        this.#wake = resolve
      })
      await Promise.race([woken, later])
    }
    return this.failure ? null : (this.#heard.shift() ?? this.#closed)
  }

  /** Forgets the messages; what is left is that the socket is closed, or null. */
  closed(): RealmSocketEvent | null {
    this.#heard = []
    return this.#closed
  }

  #hasNews(): boolean {
    return this.#heard.length > 0 || this.#closed !== null || this.failure !== null
  }
  #fail(message: string): void {
    this.failure = { kind: 'body-too-large', message, at: null }
  }
}
