/**
 * An app in this very process, for tests: real Hono apps answer real `Request`s, with no engine around them.
 * @module
 */

import { defineWebSocketHelper, WSContext, type WSEvents } from 'hono/ws'
import { bodyOf, bytesOf } from '../http/body.ts'
import type { AppFailure, AppFailureKind, Exchange, HttpRequest, SocketEvent } from '../http/http.ts'
import type { App, Connected, Env, Heard, SendOptions, Settled, Socket, Started, Together } from '../sandbox/sandbox.ts'

/** What a program exports. */
export interface LocalProgram {
  fetch(request: Request, env: unknown): Response | Promise<Response>
  stop?(): void
}

interface Upgrade {
  accept?: (events: WSEvents) => void
}

/** As `@hono/node-server` has it. */
export const upgradeWebSocket = defineWebSocketHelper((c, events) => {
  c.env.accept?.(events)
  return new Response(null, { status: 200 })
})

const failureOf = (kind: AppFailureKind, error: unknown): AppFailure => ({ kind, message: String(error), at: null })
const quiet: Settled = { failure: null, log: [] }

export class LocalApp implements App {
  /** Names of the calls, as they are made: `send GET /`. */
  readonly made: string[] = []
  /** As they are begun. */
  readonly begun: string[] = []
  #program: LocalProgram | null = null
  #env: Env = {}
  #failure: AppFailure | null = null
  #before: Promise<unknown> = Promise.resolve()

  readonly #ended: Promise<never>

  constructor(
    private readonly load: (env: Env) => LocalProgram | Promise<LocalProgram>,
    private readonly signal: AbortSignal = new AbortController().signal,
  ) {
    this.#ended = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    this.#ended.catch(() => undefined)
  }

  fresh({ env }: { readonly env: Env }): Promise<Started> {
    return this.#inTurn('fresh', async () => {
      this.#failure = null
      this.#env = env
      try {
        this.#program = await this.load(env)
      } catch (error) {
        this.#failure = failureOf('load-threw', error)
      }
      return { failure: this.#failure, log: [{ level: 'log', text: 'loaded' }] }
    })
  }

  send(request: HttpRequest, options: SendOptions): Promise<Exchange> {
    return this.#inTurn(`send ${request.method} ${request.path}`, () => this.#send(request, options))
  }

  sendTogether(requests: readonly HttpRequest[], { timeLimit }: { readonly timeLimit: number }): Promise<Together> {
    return this.#inTurn('together', async () => {
      const finished: number[] = []
      const sending = requests.map(async (request, index) => {
        const exchange = await this.#send(request, { timeLimit, abort: null })
        finished.push(index)
        return exchange
      })
      return { exchanges: await Promise.all(sending), finished, log: [] }
    })
  }

  connect(request: HttpRequest, { timeLimit }: { readonly timeLimit: number }): Promise<Connected> {
    return this.#inTurn(`connect ${request.path}`, async () => {
      const upgrade: Upgrade = {}
      let socket: LocalSocket | null = null
      upgrade.accept = events => {
        socket = new LocalSocket(events)
      }
      const exchange = await this.#send(request, { timeLimit, abort: null }, upgrade)
      const { response } = exchange
      return {
        exchange: socket && response ? { ...exchange, response: { ...response, status: 101 } } : exchange,
        socket,
      }
    })
  }

  settle(): Promise<Settled> {
    return this.#inTurn('settle', async () => {
      this.#program?.stop?.()
      return quiet
    })
  }

  async stop(): Promise<void> {
    this.made.push('stop')
  }

  #inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.made.push(name)
    const call = this.#before.then(() => {
      this.signal.throwIfAborted()
      this.begun.push(name)
      return Promise.race([work(), this.#ended])
    })
    this.#before = call.catch(() => undefined)
    return call
  }

  async #send(request: HttpRequest, { timeLimit, abort }: SendOptions, upgrade: Upgrade = {}): Promise<Exchange> {
    const exchange: Exchange = { request, response: null, failure: this.#failure, log: [], ms: 1 }
    if (this.#failure || !this.#program) return exchange
    const { method, path, headers, body } = request
    const sent = new Request(`http://localhost${path}`, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      ...(body && { body: bytesOf(body) }),
    })
    try {
      const answer = await Promise.race([this.#program.fetch(sent, { ...this.#env, ...upgrade }), lateAfter(timeLimit)])
      const chunks: Uint8Array[] = []
      for await (const chunk of answer.body ?? []) {
        chunks.push(chunk)
        if (abort && 'chunks' in abort && chunks.length === abort.chunks) break
      }
      const response = {
        status: answer.status,
        headers: [...answer.headers],
        body: bodyOf(new Uint8Array(await new Blob(chunks.map(chunk => chunk.slice())).arrayBuffer())),
        chunks: chunks.map(({ byteLength }) => ({ at: 0, size: byteLength })),
        complete: abort === null,
      }
      return { ...exchange, response }
    } catch (error) {
      this.#failure = error instanceof Late ? failureOf('timed-out', `${timeLimit} ms`) : failureOf('threw', error)
      return { ...exchange, failure: this.#failure }
    }
  }
}

class Late extends Error {}

const lateAfter = (ms: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Late()), ms)
  })

class LocalSocket implements Socket {
  readonly #heard: SocketEvent[] = []
  #waiting: ((event: SocketEvent) => void) | null = null
  readonly #context = new WSContext({
    readyState: 1,
    send: data =>
      this.#hear({ kind: 'message', data: typeof data === 'string' ? { text: data } : bodyOf(new Uint8Array(data)) }),
    close: (code = 1005, reason = '') => this.#hear({ kind: 'closed', code, reason }),
  })

  constructor(private readonly events: WSEvents) {
    events.onOpen?.(new Event('open'), this.#context)
  }

  async send(data: Parameters<Socket['send']>[0]): Promise<Heard> {
    const message = 'text' in data ? data.text : bytesOf(data).buffer
    this.events.onMessage?.(new MessageEvent('message', { data: message }), this.#context)
    return { event: null, ...quiet }
  }

  async receive({ timeLimit }: { readonly timeLimit: number }): Promise<Heard> {
    const first = this.#heard.shift()
    if (first) return { event: first, ...quiet }
    const event = await new Promise<SocketEvent | null>(resolve => {
      this.#waiting = resolve
      setTimeout(() => resolve(null), timeLimit)
    })
    this.#waiting = null
    return { event, ...quiet }
  }

  async close({ code, reason }: Parameters<Socket['close']>[0]): Promise<Heard> {
    return { event: { kind: 'closed', code, reason }, ...quiet }
  }

  #hear(event: SocketEvent): void {
    if (this.#waiting) this.#waiting(event)
    else this.#heard.push(event)
  }
}
