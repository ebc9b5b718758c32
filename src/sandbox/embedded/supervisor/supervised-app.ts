/**
 * One app: a program and the realm it is in. After a failure the realm is gone, and the next `fresh()` takes another.
 * @module
 */

import type { Program } from '../../../compile/program.ts'
import { bodyOf, bytesOf } from '../../../http/body.ts'
import type { AppFailure, Exchange, HttpRequest, HttpResponse } from '../../../http/http.ts'
import type { Limits } from '../../limits.ts'
import { type Env, SandboxError, type Settled, type Started } from '../../sandbox.ts'
import type { RealmResponse } from '../protocol.ts'
import { LogBuffer } from './log-buffer.ts'
import type { RealmEnd, RealmHost, RealmReply } from './realm-host.ts'
import type { RealmPool } from './realm-pool.ts'

const notStarted: AppFailure = { kind: 'exited', message: 'no program was evaluated', at: null }

export class SupervisedApp {
  #realm: RealmHost | null = null
  #stopped = false
  readonly #log: LogBuffer

  constructor(
    private readonly program: Program,
    private readonly pool: RealmPool,
    private readonly limits: Limits,
  ) {
    this.#log = new LogBuffer(limits)
  }

  async fresh(env: Env): Promise<Started> {
    let failure: AppFailure | null = null
    if (!this.#realm || this.#realm.failure) {
      this.#realm = await this.#take()
      failure = failureOf(await this.#realm.call({ type: 'load', program: this.program }, this.limits.start))
    }
    failure ??= failureOf(await this.#realm.call({ type: 'fresh', env }, this.limits.start))
    return { failure, log: this.#log.take() }
  }

  async send(request: HttpRequest, timeLimit: number): Promise<Exchange> {
    const began = performance.now()
    const { message, transfer } = toMessage(request)
    const reply = (await this.#realm?.call(message, timeLimit, transfer)) ?? { type: 'ended', failure: notStarted }
    if (reply.type === 'refused') {
      const why = `could not send ${request.method} ${request.path}: because ${reply.why}; change the request`
      throw new SandboxError('unsupported', why)
    }
    const answered = reply.type === 'answered' ? reply.response : null
    const checked = answered && this.#withinLimits(answered)
    return {
      request,
      response: checked?.response ?? null,
      failure: failureOf(reply) ?? checked?.failure ?? null,
      log: this.#log.take(),
      ms: performance.now() - began,
    }
  }

  async settle(): Promise<Settled> {
    const realm = this.#realm
    const reply =
      realm && (await realm.call({ type: 'settle', timeLimit: this.limits.request }, 2 * this.limits.request))
    return { failure: reply ? failureOf(reply) : null, log: this.#log.take() }
  }

  stop(): void {
    this.#stopped = true
    this.#realm?.end({ kind: 'exited', message: 'stopped', at: null })
  }

  async #take(): Promise<RealmHost> {
    const realm = await this.pool.take()
    realm.onLog = lines => this.#log.add(lines)
    if (this.#stopped) realm.end({ kind: 'exited', message: 'stopped', at: null })
    return realm
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
    return { response: { status, headers, body, chunks, complete }, failure: null }
  }
}

const failureOf = (reply: RealmReply | RealmEnd): AppFailure | null => (reply.type === 'refused' ? null : reply.failure)

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
