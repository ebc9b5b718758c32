/**
 * Packages that need Node, as they are in a realm: what makes sense without a port is there, the rest is not exported
 * (build/packages.ts lists the names for the compiler).
 * @module
 */

import type { defineWebSocketHelper } from 'hono/ws'
import type { Exports } from '../../evaluate.ts'
import type { Env } from '../../sandbox.ts'
import { isObject } from './primordials.ts'
import { ServerSocket } from './sockets/server-socket.ts'
import { makeUpgradeWebSocket } from './sockets/upgrade.ts'
import { WebSocketServer } from './sockets/websocket-server.ts'

export type Fetch = (request: Request, env: Env, context: unknown) => unknown

/** What a program handed to `serve()`. */
export interface Served {
  fetch: Fetch | null
  /** Null when it can have no WebSockets: `serve()` was called without `websocket`. */
  websockets: WebSocketServer | null
}

/** The `fetch` of an app, bound to it; null for everything else. */
export const fetchOf = (app: unknown): Fetch | null => {
  if (!isObject(app)) return null
  const fetch: unknown = Reflect.get(app, 'fetch')
  return typeof fetch === 'function' ? (...args) => Reflect.apply(fetch, app, args) : null
}

type DefineHelper = typeof defineWebSocketHelper
const isDefineHelper = (value: unknown): value is DefineHelper => typeof value === 'function'

/** As if it listened: here the engine hands requests over. */
const ADDRESS = { address: '::', family: 'IPv6' } as const

const websocketsOf = (options: object): WebSocketServer | null => {
  const websocket: unknown = Reflect.get(options, 'websocket')
  const server: unknown = isObject(websocket) ? Reflect.get(websocket, 'server') : null
  if (server === undefined || server === null || server instanceof WebSocketServer) return server ?? null
  throw new Error('could not serve WebSockets: because websocket.server is not a WebSocketServer of the package ws')
}

/** `serve()` opens no port here: it hands over the `fetch` that it was given. */
const nodeServer = (packages: ReadonlyMap<string, Exports>, served: Served): Exports => {
  const createAdaptorServer = (options: unknown) => {
    served.fetch = fetchOf(options)
    served.websockets = isObject(options) ? websocketsOf(options) : null
    const server = {
      listen(port: unknown, ...rest: readonly unknown[]) {
        const listening = rest.find(argument => typeof argument === 'function')
        const info = { ...ADDRESS, port: typeof port === 'number' ? port : 3000 }
        if (typeof listening === 'function') queueMicrotask(() => void listening(info))
        return server
      },
      close(done?: unknown) {
        if (typeof done === 'function') queueMicrotask(() => void done())
        return server
      },
      on: () => server,
      address: () => null,
    }
    return server
  }
  const serve = (options: unknown, listening?: unknown) => {
    const server = createAdaptorServer(options)
    return server.listen(isObject(options) ? Reflect.get(options, 'port') : undefined, listening)
  }
  const define = packages.get('hono/ws')?.defineWebSocketHelper
  const upgradeWebSocket = isDefineHelper(define) ? makeUpgradeWebSocket(define) : undefined
  return { __esModule: true, serve, createAdaptorServer, upgradeWebSocket }
}

const connInfo: Exports = {
  __esModule: true,
  getConnInfo: () => ({ remote: { address: '127.0.0.1', port: 50_000, addressType: 'IPv4' } }),
}

const ws: Exports = { __esModule: true, WebSocketServer, WebSocket: ServerSocket, default: ServerSocket }

const contextStorage = (): Exports => {
  const refuse = () => {
    throw new Error(
      'could not use hono/context-storage: because browsers have no AsyncLocalStorage; hand the context `c` on as an argument',
    )
  }
  return { __esModule: true, contextStorage: refuse, getContext: refuse, tryGetContext: refuse }
}

export const standIns = (packages: ReadonlyMap<string, Exports>, served: Served): ReadonlyMap<string, Exports> =>
  new Map([
    ['@hono/node-server', nodeServer(packages, served)],
    ['@hono/node-server/conninfo', connInfo],
    ['hono/context-storage', contextStorage()],
    ['ws', ws],
  ])
