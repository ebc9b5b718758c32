/**
 * The app's end of a WebSocket, as the class `WebSocket` of the package `ws` has it: `ws.raw` of a Hono app, and what
 * `clients` of a `WebSocketServer` holds. The frames go nowhere but to the client's end in this realm.
 * @module
 */

import type { WSReadyState } from 'hono/ws'
import type { RealmSocketData } from '../../protocol.ts'
import { Emitter } from '../emitter.ts'
import type { ClientEnd } from './client-end.ts'

/** The ready states of the WebSocket standard. */
export const CONNECTING = 0
export const OPEN = 1
export const CLOSING = 2
export const CLOSED = 3

/** "No status code" and "no close frame" (RFC 6455 §7.4.1). */
const NO_STATUS = 1005
const ABNORMAL = 1006
/** Bytes of a close frame's reason (RFC 6455 §5.5). */
const LONGEST_REASON = 123

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Bytes that read as text where Node would have a Buffer: `data.toString()` is what programs do with them. */
class MessageBytes extends Uint8Array<ArrayBuffer> {
  constructor(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) {
    if (bytes instanceof Uint8Array) super(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    else super(bytes)
  }
  override toString(): string {
    return decoder.decode(this)
  }
}

const bytesOf = (view: ArrayBufferView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

/** What one `send` puts on the wire: a text frame for a string, a binary one for everything else, as in `ws`. */
const frameOf = (data: unknown): RealmSocketData => {
  if (typeof data === 'string' || typeof data === 'number') return String(data)
  if (data === undefined || data === null || data === false) return new ArrayBuffer(0)
  if (data instanceof ArrayBuffer) return data.slice(0)
  if (ArrayBuffer.isView(data)) return bytesOf(data).slice().buffer
  throw new TypeError(
    'could not send a message: because it is neither a string nor bytes; send JSON.stringify(value) for other values',
  )
}

const isSendable = (code: number): boolean =>
  (code >= 1000 && code <= 1014 && code !== 1004 && code !== NO_STATUS && code !== ABNORMAL) ||
  (code >= 3000 && code <= 4999)

export interface SocketParts {
  readonly protocol: string
  readonly url: string
  readonly client: ClientEnd
  /** A task of its own: the client's answer to a close frame takes a way through the network. */
  readonly later: (work: () => void) => void
}

class Parts {
  constructor(readonly parts: SocketParts) {}
}

export let fromClient: FromClient

export class ServerSocket extends Emitter {
  static readonly CONNECTING = CONNECTING
  static readonly OPEN = OPEN
  static readonly CLOSING = CLOSING
  static readonly CLOSED = CLOSED
  readonly CONNECTING = CONNECTING
  readonly OPEN = OPEN
  readonly CLOSING = CLOSING
  readonly CLOSED = CLOSED
  readonly #parts: SocketParts
  #readyState: WSReadyState = OPEN

  /** A program gets here by `new WebSocket('ws://…')`; the engine comes with parts that a program cannot make. */
  constructor(parts: unknown) {
    super()
    if (!(parts instanceof Parts)) {
      throw new Error(
        'could not open a WebSocket: because programs here run without a network; the checks connect to your app',
      )
    }
    this.#parts = parts.parts
  }
  get protocol(): string {
    return this.#parts.protocol
  }
  get url(): string {
    return this.#parts.url
  }
  get readyState(): WSReadyState {
    return this.#readyState
  }

  /** Sends nothing once the socket is closing, and says so to `done` only. */
  send(data: unknown, ...rest: readonly unknown[]): void {
    const frame = frameOf(data)
    const done = rest.find(argument => typeof argument === 'function')
    const isOpen = this.#readyState === OPEN
    if (isOpen) this.#parts.client.hear({ kind: 'message', data: frame })
    if (typeof done !== 'function') return
    const error = isOpen ? undefined : new Error('WebSocket is not open: readyState 2 (CLOSING)')
    this.#parts.later(() => void Reflect.apply(done, this, [error]))
  }

  close(code?: unknown, reason: unknown = ''): void {
    if (this.#readyState !== OPEN) return
    if (code !== undefined && !(typeof code === 'number' && isSendable(code))) {
      throw new TypeError('First argument must be a valid error code number')
    }
    const text = String(reason)
    if (encoder.encode(text).byteLength > LONGEST_REASON) {
      throw new RangeError(`The message must not be greater than ${LONGEST_REASON} bytes`)
    }
    this.#end(code ?? NO_STATUS, code === undefined ? '' : text)
  }

  /** Cuts the connection without a close frame. */
  terminate(): void {
    if (this.#readyState === OPEN) this.#end(ABNORMAL, '')
  }

  ping(): void {
    if (this.#readyState === OPEN) this.#parts.later(() => this.emit('pong', new MessageBytes(new ArrayBuffer(0))))
  }

  /** The client answers at once, so the socket is closed a turn later. */
  #end(code: number, reason: string): void {
    this.#readyState = CLOSING
    this.#parts.client.hear({ kind: 'closed', code, reason })
    this.#parts.later(() => this.#closed(code, reason))
  }
  #closed(code: number, reason: string): void {
    this.#readyState = CLOSED
    this.emit('close', code, new MessageBytes(encoder.encode(reason)))
  }

  static {
    fromClient = {
      message: (socket, data) => {
        if (socket.#readyState !== OPEN) return
        const isBinary = typeof data !== 'string'
        socket.emit('message', new MessageBytes(isBinary ? data : encoder.encode(data)), isBinary)
      },
      close: (socket, code, reason) => {
        if (socket.#readyState !== OPEN) return
        socket.#parts.client.hear({ kind: 'closed', code, reason })
        socket.#closed(code, reason)
      },
      drop: socket => {
        socket.#readyState = CLOSED
        socket.removeAllListeners()
      },
    }
  }
}

export const openSocket = (parts: SocketParts): ServerSocket => new ServerSocket(new Parts(parts))

/** What the client does to the app's end; no part of what a program can reach. */
interface FromClient {
  readonly message: (socket: ServerSocket, data: RealmSocketData) => void
  /** As in `ws`, the close frame is answered with one of the same code and reason. */
  readonly close: (socket: ServerSocket, code: number, reason: string) => void
  /** The evaluation is over: nobody hears anything any more. */
  readonly drop: (socket: ServerSocket) => void
}
