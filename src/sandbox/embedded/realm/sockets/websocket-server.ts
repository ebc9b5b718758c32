/**
 * `WebSocketServer` of the package `ws`, as far as it goes without a port: handed to `serve()`, it knows the sockets
 * that are open.
 * @module
 */

import { Emitter } from '../emitter.ts'
import { isObject } from '../primordials.ts'
import type { ServerSocket } from './server-socket.ts'

export class WebSocketServer extends Emitter {
  readonly options = { noServer: true } as const
  readonly clients = new Set<ServerSocket>()

  constructor(options: unknown) {
    super()
    const others = isObject(options) ? Object.keys(options).filter(name => name !== 'noServer') : []
    if (!isObject(options) || Reflect.get(options, 'noServer') !== true || others.length > 0) {
      throw new Error(
        'could not make a WebSocketServer: because no port is opened here; write new WebSocketServer({ noServer: true }) ' +
          'and hand it to serve() as websocket: { server }',
      )
    }
  }
  /** Closing it keeps no more sockets from being opened: here, `stop()` is the end of a program. */
  close(done?: () => void): void {
    if (done) queueMicrotask(done)
  }
}

/** A socket that was opened joins the server's clients, and its listeners hear of it. */
export const announce = (server: WebSocketServer, socket: ServerSocket, request: object): void => {
  server.clients.add(socket)
  socket.on('close', () => server.clients.delete(socket))
  server.emit('connection', socket, request)
}
