/**
 * How the emulator and the preload in each of its processes talk beside the terminal: lines of JSON over a socket.
 * @module
 */

import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** What the preload says. */
export type FromProcess =
  | { readonly type: 'hello'; readonly id: number }
  | { readonly type: 'listening' | 'closed'; readonly port: number; readonly host: string }

/** One process, which may not have come yet. */
export interface Line {
  /** Asks the process to end itself, as soon as its event loop hears it. */
  kill(): void
  close(): void
}

interface Entry {
  readonly listener: (message: FromProcess) => void
  socket: Socket | null
  isKilled: boolean
}

export class Channel {
  /** Where it is reached: a path of a socket. */
  readonly path: string
  readonly #server: Server
  readonly #entries = new Map<number, Entry>()
  readonly #sockets = new Set<Socket>()

  private constructor(path: string, server: Server) {
    this.path = path
    this.#server = server
    server.on('connection', socket => this.#connect(socket))
  }

  static async open(path: string): Promise<Channel> {
    const server = createServer()
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
    return new Channel(path, server)
  }

  /** @param id what the process will say hello with */
  line(id: number, listener: Entry['listener']): Line {
    const entry: Entry = { listener, socket: null, isKilled: false }
    this.#entries.set(id, entry)
    const kill = () => {
      entry.isKilled = true
      entry.socket?.write('kill\n')
    }
    return { kill, close: () => this.#entries.delete(id) }
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise(resolve => this.#server.close(resolve))
  }

  #connect(socket: Socket): void {
    let entry: Entry | undefined
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    // A process that is killed does not say goodbye.
    socket.on('error', () => undefined)
    createInterface({ input: socket }).on('line', line => {
      const message: FromProcess = JSON.parse(line)
      if (message.type !== 'hello') return entry?.listener(message)
      entry = this.#entries.get(message.id)
      if (!entry) return
      entry.socket = socket
      if (entry.isKilled) socket.write('kill\n')
    })
  }
}
