/**
 * The program of a realm, asked by a client: what `App` says, as far as it happens in the realm.
 * @module
 */

import type { Program } from '../../../compile/program.ts'
import type { AppFailure } from '../../../http/http.ts'
import type { Limits } from '../../limits.ts'
import { Background } from '../../program/background.ts'
import { describeError } from '../../program/stack.ts'
import type { Env, SendOptions } from '../../sandbox.ts'
import type { RealmAnswer, RealmBundle, RealmRequest } from '../protocol.ts'
import { type Answering, answer } from './answer.ts'
import { Departure } from './departure.ts'
import type { Leftovers } from './leftovers.ts'
import { type Evaluated, type LoadedProgram, loadProgram } from './load.ts'
import type { Packages } from './packages.ts'
import { shakeHands } from './sockets/handshake.ts'
import { Sockets } from './sockets/sockets.ts'
import { wait } from './ticker.ts'

export interface RealmAppOptions {
  readonly limits: Pick<Limits, 'body' | 'chunks' | 'sockets' | 'socketMessages'>
  readonly packages: Packages
  readonly leftovers: Leftovers
  /** Resolves in a later turn of the event loop. */
  readonly turn: () => Promise<void>
}

const unanswered = (failure: AppFailure, ms = 0): RealmAnswer => ({ response: null, failure, ms })
const badRequest = (): RealmAnswer => ({
  response: { status: 400, headers: [], body: new ArrayBuffer(0), chunks: [], complete: true },
  failure: null,
  ms: 0,
})
const NOTHING: AppFailure = { kind: 'no-app', message: 'nothing was evaluated', at: null }

/** Taken after the realm was made a server and before any program runs, which may redefine what it likes. */
const platform = () => ({ Request: globalThis.Request, now: performance.now.bind(performance) })

export class RealmApp {
  readonly sockets: Sockets
  readonly #platform = platform()
  readonly #background = new Background()
  #loaded: LoadedProgram | null = null
  /** Nothing was evaluated since the realm was last cleared, which takes about 0.1 ms. */
  #isClean = true
  #app: { readonly evaluated: Evaluated; readonly env: Env } | null = null

  constructor(private readonly options: RealmAppOptions) {
    this.sockets = new Sockets(options.limits, options.turn)
  }

  /** The program's files. */
  get paths(): readonly string[] {
    return this.#loaded?.paths ?? []
  }

  async load(program: Program, packages: readonly RealmBundle[]): Promise<void> {
    await this.options.packages.load(packages)
    this.#loaded = await loadProgram(program, this.options.packages.modules)
  }

  async fresh(env: Env): Promise<void> {
    this.#app = null
    this.sockets.drop()
    const { leftovers, packages } = this.options
    if (!this.#isClean) leftovers.clear()
    this.#isClean = false
    leftovers.setEnv(env)
    packages.reset()
    this.#background.forget()
    if (!this.#loaded) return
    try {
      this.#app = { evaluated: await this.#loaded.evaluate(env), env }
    } catch (error) {
      // A server that does not start has ended, and what it had begun has ended with it.
      leftovers.clear()
      throw error
    }
  }

  async send(request: RealmRequest, abort: SendOptions['abort']): Promise<RealmAnswer> {
    const departure = abort && new Departure(abort)
    const answered = await this.#answer(request, departure)
    departure?.end()
    await this.options.turn()
    return answered
  }

  /** All at once. What is not answered in time has failed; the rest has its answers. */
  async together(requests: readonly RealmRequest[], timeLimit: number) {
    const { over, cancel } = wait(timeLimit)
    const finished: number[] = []
    const late = over.then(() => unanswered({ kind: 'timed-out', message: `${timeLimit} ms`, at: null }, timeLimit))
    const answering = requests.map(async (request, number) => {
      const answered = await this.#answer(request, null)
      finished.push(number)
      return answered
    })
    const answers = await Promise.all(answering.map(one => Promise.race([one, late])))
    cancel()
    await this.options.turn()
    return { answers, finished: finished.slice() }
  }

  async connect(socket: number, request: RealmRequest, protocols: readonly string[]) {
    const { limits, turn } = this.options
    const app = this.#app
    if (!app) return { answer: unanswered(NOTHING), open: false }
    if (this.sockets.open >= limits.sockets) {
      const failure: AppFailure = { kind: 'not-sendable', message: `${limits.sockets} WebSockets are open`, at: null }
      return { answer: unanswered(failure), open: false }
    }
    if (request.refused) return { answer: badRequest(), open: false }
    const began = this.#platform.now()
    const made = this.#request(request, null)
    if (!('url' in made)) return { answer: unanswered(made), open: false }
    const add = (protocol: string) => this.sockets.add(socket, made.url, protocol)
    const { response, failure, open } = await shakeHands(
      made,
      this.#answering(app, null),
      app.evaluated,
      protocols,
      add,
    )
    const ms = this.#platform.now() - began
    await turn()
    return { answer: { response, failure, ms }, open }
  }

  /**
   * Background work may finish, but not keep the check waiting for ever.
   * @returns false when the program has spoiled the realm: no other evaluation may follow
   */
  async settle(timeLimit: number): Promise<boolean> {
    const { over, cancel } = wait(timeLimit)
    await Promise.race([this.#background.settled(), over])
    cancel()
    // What failed just now is announced before the second turn: the first may have begun in the same one.
    await this.options.turn()
    await this.#app?.evaluated.stop()
    await this.options.turn()
    this.#isClean = this.options.leftovers.clear()
    return this.#isClean
  }

  async #answer(request: RealmRequest, departure: Departure | null): Promise<RealmAnswer> {
    const app = this.#app
    if (!app) return unanswered(NOTHING)
    if (request.refused) return badRequest()
    const made = this.#request(request, departure)
    if (!('url' in made)) return unanswered(made)
    const began = this.#platform.now()
    const { response, failure } = await answer(made, this.#answering(app, departure))
    return { response, failure, ms: this.#platform.now() - began }
  }

  #answering({ evaluated, env }: { evaluated: Evaluated; env: Env }, departure: Departure | null): Answering {
    const { limits } = this.options
    return { fetch: evaluated.fetch, env, paths: this.paths, background: this.#background, limits, departure }
  }

  /** The platform's `Request`, or why it cannot carry what was to be sent. */
  #request({ url, method, headers, body }: RealmRequest, departure: Departure | null): Request | AppFailure {
    const init: RequestInit = { method, headers: headers.map(([name, value]) => [name, value]), body }
    if (departure) init.signal = departure.signal
    try {
      return new this.#platform.Request(url, init)
    } catch (error) {
      return { kind: 'not-sendable', message: describeError(error), at: null }
    }
  }
}
