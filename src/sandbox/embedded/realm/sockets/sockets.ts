/**
 * The WebSockets of one realm: what a client does to them, and what it hears.
 * @module
 */

import type { AppFailure } from '../../../../http/http.ts'
import type { RealmSocketData, RealmSocketEvent } from '../../protocol.ts'
import { wait } from '../ticker.ts'
import { ClientEnd, type SocketLimits } from './client-end.ts'
import { fromClient, openSocket, type ServerSocket } from './server-socket.ts'

interface Pair {
  readonly client: ClientEnd
  readonly server: ServerSocket
}

export interface Heard {
  readonly event: RealmSocketEvent | null
  readonly failure: AppFailure | null
}

/** Of a socket of an evaluation that is over. */
const GONE: RealmSocketEvent = { kind: 'closed', code: 1006, reason: '' }

export class Sockets {
  readonly #pairs = new Map<number, Pair>()

  /** @param turn resolves in a later turn of the event loop */
  constructor(
    private readonly limits: SocketLimits,
    private readonly turn: () => Promise<void>,
  ) {}

  /** Sockets that are open. */
  get open(): number {
    return [...this.#pairs.values()].filter(({ server }) => server.readyState === server.OPEN).length
  }

  add(number: number, url: string, protocol: string): ServerSocket {
    const client = new ClientEnd(this.limits)
    const later = (work: () => void) => void this.turn().then(work)
    const server = openSocket({ protocol, url, client, later })
    this.#pairs.set(number, { client, server })
    return server
  }

  async tell(number: number, data: RealmSocketData): Promise<Heard> {
    const pair = this.#pairs.get(number)
    if (pair) fromClient.message(pair.server, data)
    await this.#quiet()
    return { event: null, failure: pair?.client.failure ?? null }
  }

  async receive(number: number, timeLimit: number): Promise<Heard> {
    const { client } = this.#pairs.get(number) ?? {}
    if (!client) return { event: GONE, failure: null }
    const { over, cancel } = wait(timeLimit)
    const event = await client.next(over)
    cancel()
    await this.#quiet()
    return { event, failure: client.failure }
  }

  async close(number: number, code: number, reason: string): Promise<Heard> {
    const pair = this.#pairs.get(number)
    if (!pair) return { event: GONE, failure: null }
    fromClient.close(pair.server, code, reason)
    await this.#quiet()
    return { event: pair.client.closed(), failure: pair.client.failure }
  }

  /** Ends them all without a word to the program that they belonged to. */
  drop(): void {
    for (const { server } of this.#pairs.values()) fromClient.drop(server)
    this.#pairs.clear()
  }

  /** A handler runs in the turn of the call itself: a rejection is announced in the next, and heard before the one after. */
  async #quiet(): Promise<void> {
    await this.turn()
    await this.turn()
  }
}
