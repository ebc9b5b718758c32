/**
 * A server that runs already, as an app: it is asked as it is, and never started or stopped.
 * @module
 */

import { connect } from 'node:net'
import type { Client } from '../../sandbox/node/client.ts'
import type { App, Socket } from '../../sandbox/sandbox.ts'
import { UsageError } from '../arguments.ts'
import { Turns } from './turns.ts'

/**
 * @param text what was typed after `--url`
 * @returns the address without a slash at its end: `http://127.0.0.1:8000`
 * @throws {UsageError} when it is not the address of a server that can be asked
 */
export const readServerUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'http:')
    throw new UsageError(`"${text}" is not an address that begins with http://`, 'give one like http://127.0.0.1:8000')
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new UsageError(`"${text}" is more than the address of a server`, `give ${url.protocol}//${url.host} alone`)
  return url.origin
}

/** @throws {Error} when nothing listens there */
export const requireServer = (baseUrl: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(baseUrl)
    // An IPv6 address stands in brackets in a URL.
    const socket = connect(Number(port || 80), hostname.replace(/^\[|\]$/g, ''))
    socket.setTimeout(5_000, () => socket.destroy(new Error('it did not answer within 5 s')))
    socket.once('connect', () => {
      socket.destroy()
      resolve()
    })
    socket.once('error', cause => {
      const why = cause.message || 'the connection was refused'
      reject(new Error(`could not reach ${baseUrl}: because ${why}; start the server first, or use --run`, { cause }))
    })
  })

const nothingHappened = async () => ({ failure: null, log: [] })

/** @param signal aborting it breaks off the sockets; every pending call rejects with `aborted` */
export const createUrlApp = (client: Client, signal: AbortSignal): App => {
  const turns = new Turns()
  const inTurn = (socket: Socket): Socket => ({
    send: data => turns.next(() => socket.send(data)),
    receive: options => turns.next(() => socket.receive(options)),
    close: options => turns.next(() => socket.close(options)),
  })
  const stop = (): Promise<void> => {
    client.closeSockets()
    return turns.end()
  }
  signal.addEventListener('abort', () => void stop(), { once: true })
  return {
    // The server stays as it is; what is left of the check before are its sockets.
    fresh: () =>
      turns.next(async () => {
        client.closeSockets()
        return nothingHappened()
      }),
    send: (request, options) => turns.next(() => client.send(request, options)),
    sendTogether: (requests, options) => turns.next(() => client.sendTogether(requests, options)),
    connect: (request, options) =>
      turns.next(async () => {
        const { exchange, socket } = await client.connect(request, options)
        return { exchange, socket: socket && inTurn(socket) }
      }),
    settle: () => turns.next(nothingHappened),
    stop,
  }
}
