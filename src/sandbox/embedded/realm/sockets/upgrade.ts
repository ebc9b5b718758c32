/**
 * `upgradeWebSocket` of `@hono/node-server`, for a realm: the same calls in the same order with the same arguments, over
 * messages instead of a network. A request that may become a socket is known by its `env`, which is its own.
 * @module
 */

import type { Context } from 'hono'
import type { defineWebSocketHelper, WSContext, WSEvents } from 'hono/ws'
import { isObject } from '../primordials.ts'
import type { ServerSocket } from './server-socket.ts'

type DefineHelper = typeof defineWebSocketHelper

interface UpgradeOptions {
  readonly onError?: (error: unknown) => void
}

/** Filled in by the handler that wants the socket. */
export interface Upgrade {
  onOpen: ((socket: ServerSocket) => void) | null
}

const upgrades = new WeakMap<object, Upgrade>()

/** Makes `env` that of a request that may become a socket. */
export const offerUpgrade = (env: object): Upgrade => {
  const upgrade: Upgrade = { onOpen: null }
  upgrades.set(env, upgrade)
  return upgrade
}

/** Programs may redefine them afterwards. */
const { Response: PlatformResponse, Event, MessageEvent, CloseEvent, ErrorEvent } = globalThis

/** What handlers get: in node-server too it is a plain object with everything of a `WSContext`. */
const contextOf = (socket: ServerSocket, url: URL): WSContext<ServerSocket> => ({
  binaryType: 'arraybuffer',
  close: (code, reason) => socket.close(code, reason),
  protocol: socket.protocol,
  raw: socket,
  get readyState() {
    return socket.readyState
  },
  send: (source, options) => socket.send(source, options),
  url,
})

/** @param define of the program's own copy of Hono */
export const makeUpgradeWebSocket = (define: DefineHelper) =>
  define<ServerSocket, UpgradeOptions>(async (c: Context, events, options) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return
    const upgrade = isObject(c.env) ? upgrades.get(c.env) : undefined
    if (!upgrade) return new PlatformResponse(null, { status: 500 })
    const url = new URL(c.req.url)
    upgrade.onOpen = socket => bind(socket, url, events, options?.onError ?? console.error)
    return new PlatformResponse()
  })

const bind = (
  socket: ServerSocket,
  url: URL,
  events: WSEvents<ServerSocket>,
  onError: (error: unknown) => void,
): void => {
  const context = contextOf(socket, url)
  const guarded = (work: () => unknown): void => {
    try {
      work()
    } catch (error) {
      onError(error)
    }
  }
  guarded(() => events.onOpen?.(new Event('open'), context))
  socket.on('message', (bytes: Uint8Array<ArrayBuffer>, isBinary: boolean) => {
    guarded(() => {
      const data = isBinary ? bytes.buffer : String(bytes)
      return events.onMessage?.(new MessageEvent('message', { data }), context)
    })
  })
  socket.on('close', (code: number, reason: Uint8Array) => {
    guarded(() => events.onClose?.(new CloseEvent('close', { code, reason: String(reason) }), context))
  })
  socket.on('error', (error: unknown) => {
    guarded(() => events.onError?.(new ErrorEvent('error', { error }), context))
  })
}
