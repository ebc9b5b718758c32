/**
 * The client's half of an app: requests and WebSockets to any server that listens at an address.
 * @module
 */

import type { Exchange } from '../../http/http.ts'
import type { Limits } from '../limits.ts'
import type { App, Together } from '../sandbox.ts'
import { sendHttp } from './http-client.ts'
import { openSocket, SocketBook } from './socket-client.ts'

export type ClientLimits = Pick<Limits, 'body' | 'chunks' | 'headers' | 'sockets' | 'socketMessages'>

/** As of an app, but with empty logs: a client does not see the server's console. */
export interface Client extends Pick<App, 'send' | 'sendTogether' | 'connect'> {
  /** Breaks off every WebSocket that is open. */
  closeSockets(): void
}

/**
 * @param baseUrl where the server listens: `http://127.0.0.1:8000`
 * @returns its methods never reject; a server that does not answer is a failure of kind `exited`
 */
export const createClient = (baseUrl: string, limits: ClientLimits): Client => {
  const sockets = new SocketBook(limits.sockets)
  return {
    send: (request, options) => sendHttp(baseUrl, request, { ...options, limits }),
    sendTogether: async (requests, { timeLimit }) => {
      const sends = requests.map(request => sendHttp(baseUrl, request, { timeLimit, abort: null, limits }))
      return { ...(await together(sends)), log: [] }
    },
    connect: async (request, options) => {
      const { exchange, socket } = await openSocket(baseUrl, request, { ...options, limits, book: sockets })
      if (socket === null) return { exchange, socket }
      return {
        exchange,
        socket: {
          send: async data => ({ ...(await socket.send(data)), log: [] }),
          receive: async ({ timeLimit }) => ({ ...(await socket.receive(timeLimit)), log: [] }),
          close: async closing => ({ ...(await socket.close(closing)), log: [] }),
        },
      }
    },
    closeSockets: () => sockets.closeAll(),
  }
}

/** Waits for requests that were sent at once. */
export const together = async (sends: readonly Promise<Exchange>[]): Promise<Omit<Together, 'log'>> => {
  const finished: number[] = []
  const exchanges = await Promise.all(
    sends.map(async (send, index) => {
      const exchange = await send
      if (exchange.failure?.kind !== 'timed-out') finished.push(index)
      return exchange
    }),
  )
  return { exchanges, finished }
}
