/**
 * Packages that the sandbox stands in for, as far as it does. Their own declarations need Node's. `any` stands where it
 * stands in those: a listener, and an app's `fetch`, name types of their own there.
 * @module
 */

export const nodeServerTypes = `declare module '@hono/node-server' {
  import type { UpgradeWebSocket } from 'hono/ws'
  import type { WebSocket, WebSocketServer } from 'ws'

  interface Address { address: string; family: string; port: number }
  export interface ServerType {
    listen(port?: number, listening?: (info: Address) => void): this
    close(done?: (error?: Error) => void): this
  }
  interface Options {
    fetch: (request: Request, env: any) => unknown
    port?: number
    hostname?: string
    /** What \`upgradeWebSocket\` needs: \`{ server: new WebSocketServer({ noServer: true }) }\`. */
    websocket?: { server: WebSocketServer }
  }
  /** Hands the app over. In the page no port is opened; in Node the server listens on \`port\`. */
  export function serve(options: Options, listening?: (info: Address) => void): ServerType
  /** As \`serve\`, without listening. */
  export function createAdaptorServer(options: Options): ServerType
  /** Turns a GET into a WebSocket, with the handlers that are given. */
  export const upgradeWebSocket: UpgradeWebSocket<WebSocket, { onError: (error: unknown) => void }>
}

declare module '@hono/node-server/conninfo' {
  import type { GetConnInfo } from 'hono/conninfo'
  export const getConnInfo: GetConnInfo
}

declare module 'ws' {
  class Emitter {
    on(event: string, listener: (...args: any[]) => void): this
    once(event: string, listener: (...args: any[]) => void): this
    off(event: string, listener: (...args: any[]) => void): this
  }
  /** The app's end of a socket. */
  export class WebSocket extends Emitter {
    static readonly CONNECTING: 0
    static readonly OPEN: 1
    static readonly CLOSING: 2
    static readonly CLOSED: 3
    readonly CONNECTING: 0
    readonly OPEN: 1
    readonly CLOSING: 2
    readonly CLOSED: 3
    private constructor()
    readonly protocol: string
    readonly readyState: 0 | 1 | 2 | 3
    readonly url: string
    send(data: string | ArrayBuffer | ArrayBufferView, sent?: (error?: Error) => void): void
    close(code?: number, reason?: string): void
    terminate(): void
    ping(): void
  }
  export class WebSocketServer extends Emitter {
    constructor(options: { noServer: true })
    readonly clients: Set<WebSocket>
    close(done?: (error?: Error) => void): void
  }
  export default WebSocket
}`
