/**
 * The client inside the runner: what is sent to the program's own server, and what came of it on both sides.
 * @module
 */

import { setImmediate } from 'node:timers/promises'
import type { AppFailure, Exchange, HttpRequest } from '../../http/http.ts'
import { together } from '../node/client.ts'
import { sendHttp } from '../node/http-client.ts'
import { type ClientSocket, openSocket, SocketBook, type SocketNews } from '../node/socket-client.ts'
import type { ConnectOptions, SendOptions } from '../sandbox.ts'
import type { Answer, RunnerLimits, Task } from './protocol.ts'
import type { Serving } from './serving.ts'

/** Turns of the event loop in which the app hears of what the client did, and errors that nobody caught come up. */
const TURNS = 3

export const turns = async (): Promise<void> => {
  for (let turn = 0; turn < TURNS; turn++) await setImmediate()
}

type SocketTask = Extract<Task, { type: 'socket-send' | 'socket-receive' | 'socket-close' }>

export class Requests {
  /** Failures on the server's side by the client's port. */
  readonly #noted = new Map<number, AppFailure>()
  readonly #sockets = new Map<number, ClientSocket>()
  readonly #book: SocketBook

  constructor(
    private readonly baseUrl: string,
    private readonly serving: Serving,
    private readonly limits: RunnerLimits,
  ) {
    this.#book = new SocketBook(limits.sockets)
  }

  /** The first failure of an answer is its cause. */
  note(port: number, failure: AppFailure): void {
    if (!this.#noted.has(port)) this.#noted.set(port, failure)
  }

  async send(request: HttpRequest, options: SendOptions): Promise<Answer> {
    const answer = await this.#exchange(request, options)
    await turns()
    return answer
  }

  async sendTogether(requests: readonly HttpRequest[], timeLimit: number) {
    const sends = requests.map(request => this.#exchange(request, { timeLimit, abort: null }))
    const { exchanges, finished } = await together(sends)
    await turns()
    return { answers: exchanges, finished }
  }

  async connect(id: number, request: HttpRequest, options: ConnectOptions): Promise<Answer> {
    this.#noted.clear()
    const { exchange, socket } = await openSocket(this.baseUrl, request, {
      ...options,
      limits: this.limits,
      book: this.#book,
    })
    if (socket) this.#sockets.set(id, socket)
    await turns()
    const [noted = null] = this.#noted.values()
    return merge(exchange, noted)
  }

  async onSocket(task: SocketTask): Promise<SocketNews> {
    const socket = this.#sockets.get(task.socket)
    // Of an evaluation before: it was broken off.
    if (!socket) return { event: { kind: 'closed', code: 1006, reason: '' }, failure: null }
    const news = await perform(socket, task)
    await turns()
    return news
  }

  closeSockets(): void {
    this.#book.closeAll()
    this.#sockets.clear()
  }

  async #exchange(request: HttpRequest, options: SendOptions): Promise<Exchange> {
    let port = 0
    const onConnect = (localPort: number): void => {
      port = localPort
      this.#noted.delete(port)
    }
    const exchange = await sendHttp(this.baseUrl, request, { ...options, limits: this.limits, onConnect })
    const wentAway = exchange.failure === null && exchange.response?.complete !== true
    if (!wentAway) return merge(exchange, this.#noted.get(port) ?? null)
    await this.serving.disconnected(port)
    return exchange
  }
}

const perform = (socket: ClientSocket, task: SocketTask): Promise<SocketNews> => {
  switch (task.type) {
    case 'socket-send':
      return socket.send(task.data)
    case 'socket-receive':
      return socket.receive(task.timeLimit)
    case 'socket-close':
      return socket.close(task.options)
  }
}

/** What the client saw, corrected by what the server knows. */
const merge = (exchange: Exchange, noted: AppFailure | null): Exchange => {
  const { response, failure } = exchange
  if (noted === null || failure?.kind === 'timed-out' || failure?.kind === 'body-too-large') return exchange
  if (noted.kind !== 'body-failed') return { ...exchange, response: null, failure: noted }
  return { ...exchange, response: response && { ...response, complete: false }, failure: noted }
}
