/**
 * One app: a program and the realm it is in. After a failure the realm is gone, and the next `fresh` takes another.
 * @module
 */

import type { Program } from '../../../compile/program.ts'
import type { AppFailure, Exchange, HttpRequest } from '../../../http/http.ts'
import type { Limits } from '../../limits.ts'
import { LogBuffer } from '../../program/log-buffer.ts'
import type { Heard, Together } from '../../sandbox.ts'
import type { Asked, Connecting, RealmAnswer, RealmRequest, Reply, ToRealm } from '../protocol.ts'
import { exchangeOf, socketEventOf } from './from-realm.ts'
import type { RealmEnd, RealmHost, RealmReply, WithoutId } from './realm-host.ts'
import type { RealmPool } from './realm-pool.ts'
import { buffersOf, handshakeOf, isSendable, realmDataOf, realmRequestOf } from './to-realm.ts'

const stopped: AppFailure = { kind: 'exited', message: 'stopped', at: null }
const nonsense: AppFailure = { kind: 'exited', message: 'the program answered in the name of its realm', at: null }

/** What is asked of one type: `Of<'send'>`. */
type Of<T extends Asked['type']> = Extract<Asked, { type: T }>

export class SupervisedApp {
  /** The realm of the last `fresh`, or why there is none. Requests follow it without waiting for its reply. */
  #realm: Promise<RealmHost | AppFailure> = Promise.resolve(stopped)
  /** Settled when every call so far is. */
  #quiet: Promise<unknown> = Promise.resolve()
  #current: RealmHost | null = null
  #stopped = false
  readonly #log: LogBuffer

  constructor(
    private readonly program: Program,
    private readonly bundles: readonly string[],
    private readonly pool: RealmPool,
    private readonly limits: Limits,
  ) {
    this.#log = new LogBuffer(limits)
  }

  ask(asked: Asked): Promise<Reply> {
    // It waits for the calls before, because one of them may end the realm.
    if (asked.type === 'fresh') this.#realm = this.#quiet.then(() => this.#ensureRealm())
    const answering = this.#perform(asked, this.#realm)
    this.#quiet = Promise.allSettled([this.#quiet, answering])
    return answering
  }

  stop(): void {
    this.#stopped = true
    this.#current?.end(stopped)
  }

  #perform(asked: Asked, ready: Promise<RealmHost | AppFailure>): Promise<Reply> {
    const { start, request, grace } = this.limits
    const call: Calling = (message, timeLimit, transfer) => callRealm(ready, message, timeLimit, transfer)
    switch (asked.type) {
      case 'fresh':
        return this.#done(call({ type: 'fresh', env: asked.env }, start))
      case 'send':
        return this.#send(asked, call)
      case 'together':
        return this.#together(asked, call)
      case 'connect':
        return this.#connect(asked, call)
      case 'tell': {
        const data = realmDataOf(asked.data)
        return this.#heard(call({ ...asked, data }, request, typeof data === 'string' ? [] : [data]))
      }
      // A realm answers these in time by itself.
      case 'receive':
        return this.#heard(call(asked, asked.timeLimit + grace))
      case 'close': {
        const { timeLimit, ...close } = asked
        return this.#heard(call(close, timeLimit + grace))
      }
      case 'settle':
        return this.#settle(call)
    }
  }

  async #done(replied: Promise<RealmReply | RealmEnd>) {
    const reply = await replied
    return { failure: failureIn(reply), log: this.#log.take() }
  }

  async #send({ request, timeLimit, abort }: Of<'send'>, call: Calling): Promise<Exchange> {
    const began = performance.now()
    const message = realmRequestOf(request)
    const reply = await call({ type: 'send', request: message, abort }, timeLimit, buffersOf([message]))
    const answer = reply.type === 'answered' ? blame(reply.answer, message) : unanswered(reply, began)
    return { ...exchangeOf(request, answer, this.limits), log: this.#log.take() }
  }

  async #together({ requests, timeLimit }: Of<'together'>, call: Calling): Promise<Together> {
    const began = performance.now()
    const messages = requests.map(realmRequestOf)
    const asked = { type: 'together', requests: messages, timeLimit } as const
    const reply = await call(asked, timeLimit + this.limits.grace, buffersOf(messages))
    const together = reply.type === 'answered-together' ? reply : null
    const exchanges = requests.map((request, number) => {
      const [answer, message] = [together?.answers[number], messages[number]]
      return exchangeOf(request, answer && message ? blame(answer, message) : unanswered(reply, began), this.limits)
    })
    // Who was not answered in time may be answering for ever.
    const late = exchanges.find(({ failure }) => failure?.kind === 'timed-out')
    if (late?.failure) this.#current?.end(late.failure)
    const finished = [...new Set(together?.finished)].filter(number => requests[number] !== undefined)
    return { exchanges, finished, log: this.#log.take() }
  }

  async #connect({ socket, request, protocols, timeLimit }: Of<'connect'>, call: Calling): Promise<Connecting> {
    const began = performance.now()
    const handshake: HttpRequest = handshakeOf(request, protocols)
    const message = realmRequestOf(handshake)
    const reply = await call({ type: 'connect', socket, request: message, protocols }, timeLimit)
    const connected = reply.type === 'connected' ? reply : null
    const exchange = exchangeOf(request, connected?.answer ?? unanswered(reply, began), this.limits)
    const open = connected?.open === true && exchange.response !== null && exchange.failure === null
    return { exchange: { ...exchange, log: this.#log.take() }, open }
  }

  async #heard(replied: Promise<RealmReply | RealmEnd>): Promise<Heard> {
    const reply = await replied
    const event = reply.type === 'heard' && reply.event ? socketEventOf(reply.event, this.limits) : null
    return { event, failure: failureIn(reply), log: this.#log.take() }
  }

  async #settle(call: Calling) {
    const { request } = this.limits
    const reply = await call({ type: 'settle', timeLimit: request }, 2 * request)
    const log = this.#log.take()
    if (reply.type === 'spoiled') this.#current?.end(stopped)
    return { failure: failureIn(reply), log }
  }

  /** The current realm while it lives, else another one with the program loaded. */
  async #ensureRealm(): Promise<RealmHost | AppFailure> {
    if (this.#stopped) return stopped
    if (this.#current && !this.#current.failure) return this.#current
    const realm = await this.pool.take()
    this.#current = realm
    realm.onLog = lines => this.#log.add(lines)
    if (this.#stopped) realm.end(stopped)
    const packages = this.pool.bundlesOf(this.bundles)
    const failure = failureIn(await realm.call({ type: 'load', program: this.program, packages }, this.limits.start))
    return failure ?? realm
  }
}

type Calling = (
  message: WithoutId<ToRealm>,
  timeLimit: number,
  transfer?: Transferable[],
) => Promise<RealmReply | RealmEnd>

const callRealm = async (
  ready: Promise<RealmHost | AppFailure>,
  ...[message, timeLimit, transfer]: Parameters<Calling>
): Promise<RealmReply | RealmEnd> => {
  const realm = await ready
  return 'kind' in realm ? { type: 'ended', failure: realm } : realm.call(message, timeLimit, transfer)
}

const failureIn = (reply: RealmReply | RealmEnd): AppFailure | null => ('failure' in reply ? reply.failure : null)

/** A request that could be sent, and was not, met something that the program had broken. */
const blame = (answer: RealmAnswer, message: RealmRequest): RealmAnswer =>
  answer.failure?.kind === 'not-sendable' && isSendable(message)
    ? { ...answer, failure: { ...answer.failure, kind: 'threw' } }
    : answer

/** For a request whose realm is gone, or was spoken for by a program. */
const unanswered = (reply: RealmReply | RealmEnd, began: number): RealmAnswer => ({
  response: null,
  failure: reply.type === 'ended' ? reply.failure : nonsense,
  ms: performance.now() - began,
})
