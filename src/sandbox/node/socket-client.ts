/**
 * The client's end of a WebSocket (RFC 6455) over real TCP, with what it heard kept until somebody asks.
 * @module
 */

import type { IncomingMessage } from 'node:http'
import { clearTimeout, setTimeout } from 'node:timers'
import { type RawData, WebSocket } from 'ws'
import type { AppFailure, Exchange, HttpRequest, HttpResponse, SocketData, SocketEvent } from '../../http/http.ts'
import type { Limits } from '../limits.ts'
import type { CloseOptions, ConnectOptions, Heard } from '../sandbox.ts'
import { Arriving, type HttpLimits, pairs } from './arriving.ts'
import { hostOf } from './host.ts'

export interface SocketOptions extends ConnectOptions {
  readonly limits: HttpLimits & Pick<Limits, 'socketMessages'>
  readonly book: SocketBook
}

/** The sockets that are open. */
export class SocketBook {
  readonly #open = new Set<WebSocket>()

  constructor(readonly most: number) {}

  get isFull(): boolean {
    return this.#open.size >= this.most
  }

  add(socket: WebSocket): void {
    this.#open.add(socket)
    socket.once('close', () => this.#open.delete(socket))
  }

  closeAll(): void {
    for (const socket of this.#open) socket.terminate()
    // They are about to be closed, and make room at once.
    this.#open.clear()
  }
}

/** As of an app; a client does not see the log. */
export type SocketNews = Omit<Heard, 'log'>

export interface ClientSocket {
  send(data: SocketData): Promise<SocketNews>
  receive(timeLimit: number): Promise<SocketNews>
  close(options: CloseOptions): Promise<SocketNews>
}

export interface OpenedSocket {
  readonly exchange: Exchange
  readonly socket: ClientSocket | null
}

export const openSocket = (baseUrl: string, request: HttpRequest, options: SocketOptions): Promise<OpenedSocket> => {
  const { protocols, timeLimit, limits, book } = options
  const began = performance.now()
  const outcome = (response: HttpResponse | null, failure: Omit<AppFailure, 'at'> | null): Exchange => ({
    request,
    response,
    failure: failure && { ...failure, at: null },
    log: [],
    ms: performance.now() - began,
  })
  if (book.isFull) {
    const exchange = outcome(null, { kind: 'not-sendable', message: `${book.most} WebSockets are open` })
    return Promise.resolve({ exchange, socket: null })
  }

  return new Promise<OpenedSocket>(resolve => {
    const url = baseUrl.replace(/^http/, 'ws') + request.path
    const websocket = new WebSocket(url, [...protocols], {
      headers: { host: hostOf(new URL(baseUrl)), ...headersOf(request) },
      perMessageDeflate: false,
      maxPayload: limits.body,
    })
    book.add(websocket)
    const hearing = new Hearing(websocket, limits)
    let handshake: HttpResponse | null = null
    const settle = (response: HttpResponse | null, failure: Omit<AppFailure, 'at'> | null, isOpen = false): void => {
      clearTimeout(timer)
      resolve({ exchange: outcome(response, failure), socket: isOpen ? hearing : null })
      if (!isOpen) websocket.terminate()
    }
    const timer = setTimeout(() => settle(null, { kind: 'timed-out', message: `${timeLimit} ms` }), timeLimit)

    websocket.on('upgrade', head => {
      handshake = { status: 101, headers: pairs(head.rawHeaders), body: { text: '' }, chunks: [], complete: true }
      // A server may choose none of the protocols (RFC 6455 §4.2.2); ws would fail a connection that browsers open.
      const [first] = protocols
      if (first !== undefined) head.headers['sec-websocket-protocol'] ??= first
    })
    websocket.on('open', () => settle(handshake, null, true))
    websocket.on('unexpected-response', (_request, incoming) => {
      void readRefusal(incoming, limits, began).then(({ response, failure }) => settle(response, failure))
    })
    websocket.on('error', error => settle(handshake, { kind: 'exited', message: error.message }))
  }).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error)
    return { exchange: outcome(null, { kind: 'not-sendable', message }), socket: null }
  })
}

/** Repeated names as Node wants them: name in lower case → values. */
const headersOf = ({ headers }: HttpRequest): Record<string, string[]> => {
  const byName: Record<string, string[]> = {}
  for (const [name, value] of headers) byName[name.toLowerCase()] = [...(byName[name.toLowerCase()] ?? []), value]
  return byName
}

/** What a server answers in the place of 101. */
const readRefusal = (incoming: IncomingMessage, limits: HttpLimits, began: number) => {
  const arriving = new Arriving(limits)
  type Refusal = { response: HttpResponse | null; failure: Omit<AppFailure, 'at'> | null }
  return new Promise<Refusal>(resolve => {
    const end = (failure: Refusal['failure']): void => {
      resolve({ response: arriving.response(failure === null), failure })
      incoming.destroy()
    }
    const check = (tooLarge: string | null): void => {
      if (tooLarge !== null) end({ kind: 'body-too-large', message: tooLarge })
    }
    check(arriving.begin(incoming))
    incoming.on('data', (chunk: Buffer) => check(arriving.add(chunk, performance.now() - began)))
    incoming.on('end', () => end(null))
    incoming.on('error', error => end({ kind: 'body-failed', message: error.message }))
  })
}

/** Keeps events in their order. Nothing is heard after the server passed a limit. */
class Hearing implements ClientSocket {
  #waiting: SocketEvent[] = []
  #closed: SocketEvent | null = null
  #failure: AppFailure | null = null
  #wake: () => void = () => undefined

  constructor(
    private readonly websocket: WebSocket,
    { body, socketMessages }: SocketOptions['limits'],
  ) {
    websocket.on('message', (data, isBinary) => {
      if (this.#waiting.length < socketMessages) this.#waiting.push({ kind: 'message', data: dataOf(data, isBinary) })
      else this.#fail(`more than ${socketMessages} messages on a WebSocket that were not received`)
      this.#wake()
    })
    websocket.on('error', error => {
      const isTooLong = 'code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
      if (isTooLong) this.#fail(`a message of more than ${body / 1024 / 1024} MB`)
    })
    websocket.on('close', (code, reason) => {
      this.#closed = { kind: 'closed', code, reason: reason.toString('utf8') }
      this.#wake()
    })
  }

  async send(data: SocketData): Promise<SocketNews> {
    const message = 'text' in data ? data.text : Buffer.from(data.base64, 'base64')
    await new Promise<void>(resolve => this.websocket.send(message, () => resolve()))
    return this.#news(null)
  }

  async receive(timeLimit: number): Promise<SocketNews> {
    await this.#until(() => this.#waiting.length > 0 || this.#closed !== null, timeLimit)
    return this.#news(this.#waiting.shift() ?? this.#closed)
  }

  async close({ code, reason, timeLimit }: CloseOptions): Promise<SocketNews> {
    this.websocket.close(code, reason)
    await this.#until(() => this.#closed !== null, timeLimit)
    this.#waiting = []
    if (this.#closed === null) this.websocket.terminate()
    return this.#news(this.#closed)
  }

  #news(event: SocketEvent | null): SocketNews {
    return { event: this.#failure ? null : event, failure: this.#failure }
  }

  #fail(message: string): void {
    this.#failure ??= { kind: 'body-too-large', message, at: null }
    this.#waiting = []
    this.websocket.terminate()
  }

  #until(isTrue: () => boolean, timeLimit: number): Promise<void> {
    if (isTrue()) return Promise.resolve()
    return new Promise(resolve => {
      const timer = setTimeout(resolve, timeLimit)
      this.#wake = () => {
        if (!isTrue()) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

const dataOf = (data: RawData, isBinary: boolean): SocketData => {
  const bytes = Array.isArray(data)
    ? Buffer.concat(data)
    : Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data)
  return isBinary ? { base64: bytes.toString('base64') } : { text: bytes.toString('utf8') }
}
