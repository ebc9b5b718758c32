/**
 * One app: a program and the realm it is in. After a failure the realm is gone, and the next `fresh()` takes another.
 * @module
 */

import type { Program } from '../../../compile/program.ts'
import { bodyOf, bytesOf } from '../../../http/body.ts'
import type { AppFailure, Exchange, HttpRequest, HttpResponse } from '../../../http/http.ts'
import type { Limits } from '../../limits.ts'
import type { Env, Settled, Started } from '../../sandbox.ts'
import type { RealmResponse } from '../protocol.ts'
import { LogBuffer } from './log-buffer.ts'
import type { RealmEnd, RealmHost, RealmReply } from './realm-host.ts'
import type { RealmPool } from './realm-pool.ts'

const stopped: AppFailure = { kind: 'exited', message: 'stopped', at: null }

export class SupervisedApp {
  /** The realm of the last `fresh()`, or why there is none. Requests follow it without waiting for its reply. */
  #realm: Promise<RealmHost | AppFailure> = Promise.resolve(stopped)
  /** Settled when every call so far is. */
  #quiet: Promise<unknown> = Promise.resolve()
  #current: RealmHost | null = null
  #stopped = false
  readonly #log: LogBuffer

  constructor(
    private readonly program: Program,
    private readonly pool: RealmPool,
    private readonly limits: Limits,
  ) {
    this.#log = new LogBuffer(limits)
  }

  /** Waits for the calls before, because one of them may end the realm. */
  fresh(env: Env): Promise<Started> {
    this.#realm = this.#quiet.then(() => this.#ensureRealm())
    return this.#whenQuiet(this.#fresh(env, this.#realm))
  }

  send(request: HttpRequest, timeLimit: number): Promise<Exchange> {
    return this.#whenQuiet(this.#send(request, timeLimit, this.#realm))
  }

  settle(): Promise<Settled> {
    return this.#whenQuiet(this.#settle(this.#realm))
  }

  stop(): void {
    this.#stopped = true
    this.#current?.end(stopped)
  }

  #whenQuiet<T>(call: Promise<T>): Promise<T> {
    this.#quiet = Promise.allSettled([this.#quiet, call])
    return call
  }

  async #fresh(env: Env, ready: Promise<RealmHost | AppFailure>): Promise<Started> {
    const realm = await ready
    const failure = 'kind' in realm ? realm : failureOf(await realm.call({ type: 'fresh', env }, this.limits.start))
    return { failure, log: this.#log.take() }
  }

  async #send(request: HttpRequest, timeLimit: number, ready: Promise<RealmHost | AppFailure>): Promise<Exchange> {
    const began = performance.now()
    const { message, transfer } = toMessage(request)
    const realm = await ready
    const reply: RealmReply | RealmEnd =
      'kind' in realm ? { type: 'ended', failure: realm } : await realm.call(message, timeLimit, transfer)
    const answered = reply.type === 'answered' ? reply.response : null
    const checked = answered && this.#withinLimits(answered)
    return {
      request,
      response: checked?.response ?? null,
      failure: failureOf(reply) ?? checked?.failure ?? null,
      log: this.#log.take(),
      ms: reply.type === 'answered' ? reply.ms : performance.now() - began,
    }
  }

  async #settle(ready: Promise<RealmHost | AppFailure>): Promise<Settled> {
    const realm = await ready
    if ('kind' in realm) return { failure: null, log: [] }
    const reply = await realm.call({ type: 'settle', timeLimit: this.limits.request }, 2 * this.limits.request)
    return { failure: failureOf(reply), log: this.#log.take() }
  }

  /** The current realm while it lives, else another one with the program loaded. */
  async #ensureRealm(): Promise<RealmHost | AppFailure> {
    if (this.#stopped) return stopped
    if (this.#current && !this.#current.failure) return this.#current
    const realm = await this.pool.take()
    this.#current = realm
    realm.onLog = lines => this.#log.add(lines)
    if (this.#stopped) realm.end(stopped)
    const failure = failureOf(await realm.call({ type: 'load', program: this.program }, this.limits.start))
    return failure ?? realm
  }

  /** The realm cuts bodies off itself; a program that speaks in its name might not. */
  #withinLimits(response: RealmResponse): { response: HttpResponse | null; failure: AppFailure | null } {
    const { status, headers, chunks, complete } = response
    const size = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
    if (size > this.limits.headers) {
      const message = `${Math.round(size / 1024)} kB of headers, more than ${this.limits.headers / 1024} kB`
      return { response: null, failure: { kind: 'body-too-large', message, at: null } }
    }
    const body = bodyOf(new Uint8Array(response.body, 0, Math.min(response.body.byteLength, this.limits.body)))
    return { response: { status, headers, body, chunks: chunks.slice(0, this.limits.chunks), complete }, failure: null }
  }
}

const failureOf = (reply: RealmReply | RealmEnd): AppFailure | null =>
  reply.type === 'refused' ? { kind: 'not-sendable', message: reply.why, at: null } : reply.failure

/**
 * The URL is built from the Host header, as Node's adapter does; several Cookie headers become one (RFC 6265 §5.4), and
 * a GET or HEAD has no body, because the platform's `Request` takes none.
 */
const toMessage = (request: HttpRequest) => {
  const hasBody = request.body !== undefined && request.method !== 'GET' && request.method !== 'HEAD'
  const body = hasBody && request.body ? bytesOf(request.body).buffer : null
  const isNamed = (name: string) => (header: readonly [string, string]) => header[0].toLowerCase() === name
  const host = request.headers.find(isNamed('host'))?.[1] ?? 'localhost'
  const cookies = request.headers.filter(isNamed('cookie')).map(([, value]) => value)
  const others = request.headers.filter(header => !isNamed('cookie')(header))
  const headers = cookies.length > 0 ? [...others, ['cookie', cookies.join('; ')] as const] : others
  const url = `http://${host}${request.path.startsWith('/') ? '' : '/'}${request.path}`
  return {
    message: { type: 'send', method: request.method, url, headers, body } as const,
    transfer: body ? [body] : [],
  }
}
