/**
 * Serves the program over real HTTP with `@hono/node-server`, on a port that is not the program's choice. Its
 * own `serve()` is answered by a stand-in, which does all that the real one does, but on that port.
 * @module
 */

import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import { type Fetch, fetchOf } from './load.ts'

const HOST = '127.0.0.1'
/** How long a server may take to hear that a client went away, ms. */
const CLOSE_LIMIT = 200

type AdapterOptions = Parameters<typeof createAdaptorServer>[0]

/** Answers what comes to any of the servers. */
export type Answerer = (request: Request, bindings: HttpBindings) => unknown

export class Serving {
  /** The `fetch` that the program handed to `serve()` last; null when it did not call it. */
  served: Fetch | null = null
  /** Whether it handed a WebSocket server over with it. */
  #hasSockets = false
  #servers: ServerType[] = []
  readonly #connections = new Set<Socket>()

  /** @param port where it listens; 0: wherever the system picks */
  constructor(
    private readonly answer: Answerer,
    private readonly port = 0,
  ) {}

  /** The stand-in for `createAdaptorServer`: wherever the program lets it listen, it listens here. */
  readonly createAdaptorServer = (options: AdapterOptions): ServerType => {
    this.served = fetchOf(options)
    this.#hasSockets = options.websocket !== undefined
    return this.#create(options)
  }

  /** The stand-in for `serve`. */
  readonly serve = (options: AdapterOptions, onListening?: (info: AddressInfo) => void): ServerType => {
    const server = this.createAdaptorServer(options)
    server.listen(options.port, () => onListening?.(addressOf(server)))
    return server
  }

  /**
   * Where the program listens: the server that it made last, or one of ours. An app that is exported can have WebSockets,
   * even where the program called `serve()` without them.
   */
  async open(isExported: boolean): Promise<string> {
    const served = isExported && !this.#hasSockets ? undefined : this.#servers.at(-1)
    // A port that was asked for has room for one.
    if (!served && this.port !== 0) await this.close()
    const server = served ?? this.#create({ websocket: { server: new WebSocketServer({ noServer: true }) } })
    if (server.address() === null) server.listen()
    if (!server.listening) await once(server, 'listening')
    return `http://${HOST}:${addressOf(server).port}`
  }

  /** Breaks off every connection and closes every server. */
  async close(): Promise<void> {
    const servers = this.#servers
    this.#servers = []
    this.served = null
    this.#hasSockets = false
    const closed = servers.map(server => new Promise<void>(resolve => server.close(() => resolve())))
    for (const connection of this.#connections) connection.destroy()
    await Promise.all(closed)
  }

  /** Waits until the server knows that the client at this port is gone. */
  async disconnected(port: number): Promise<void> {
    const connection = [...this.#connections].find(({ remotePort }) => remotePort === port)
    if (connection && !connection.closed) {
      await once(connection, 'close', { signal: AbortSignal.timeout(CLOSE_LIMIT) }).catch(() => undefined)
    }
  }

  #create(options: object): ServerType {
    const fetch: AdapterOptions['fetch'] = (request, bindings) => this.answer(request, bindings as HttpBindings)
    const server = createAdaptorServer({ ...options, fetch } as AdapterOptions)
    const listen = server.listen.bind(server)
    const listenHere = (...args: unknown[]): ServerType => {
      const onListening = args.find(argument => typeof argument === 'function')
      return listen(this.port, HOST, () => void onListening?.())
    }
    Object.assign(server, { listen: listenHere })
    server.on('connection', (connection: Socket) => {
      this.#connections.add(connection)
      connection.once('close', () => this.#connections.delete(connection))
    })
    this.#servers.push(server)
    return server
  }
}

const addressOf = (server: ServerType): AddressInfo => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('could not listen: because there is no port')
  return address
}
