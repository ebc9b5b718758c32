/**
 * The line to one engine: the port to its supervisor, and the calls that wait for replies.
 * @module
 */

import type { Limits } from '../limits.ts'
import { SandboxError } from '../sandbox.ts'
import type { Asked, FromSupervisor, PackageBundle, Replies, Reply, ToSupervisor } from './protocol.ts'

/** Starting the frame, the supervisor and the first realm takes 100–300 ms on two busy cores. */
const bootLimit = 15_000

interface Call {
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: SandboxError) => void
}

/** An engine that was opened on the page. */
export interface EngineConnection {
  /** To the supervisor, which was told to boot. */
  readonly port: MessagePort
  /** Ends everything in the frame, whatever it is doing. */
  readonly close: () => void
}

export class EngineLink {
  readonly booted: Promise<void>
  /** True once the engine was ended, by us or because it stopped answering. */
  closed = false
  readonly #calls = new Map<number, Call>()
  /** Bundles of packages that the supervisor has, or is about to be given. */
  readonly #bundles = new Map<string, Promise<void>>()
  readonly #patience: number
  #outbox: ToSupervisor[] = []
  #nextCall = 1
  #silence: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly connection: EngineConnection,
    limits: Limits,
    private readonly onClose: () => void,
  ) {
    // A program is loaded and evaluated in one call, and a realm may have to be started first.
    this.#patience = 2 * Math.max(limits.start, limits.request) + 3 * limits.grace
    this.booted = new Promise((resolve, reject) => {
      const fail = (why: string) => {
        this.close()
        reject(
          new SandboxError('boot-failed', `could not start the engine in this page: because ${why}; reload the page`),
        )
      }
      const timer = setTimeout(() => fail(`it did not answer within ${bootLimit / 1000} s`), bootLimit)
      const receive = (message: FromSupervisor) => {
        if (message.type === 'booted' || message.type === 'boot-failed') clearTimeout(timer)
        if (message.type === 'booted') resolve()
        else if (message.type === 'boot-failed') fail(message.why)
        else this.#settle(message)
      }
      connection.port.onmessage = ({ data }: MessageEvent<readonly FromSupervisor[]>) => data.forEach(receive)
    })
  }

  /** What is posted in one go travels as one message: a crossing costs more than most requests. */
  post(message: ToSupervisor): void {
    this.#outbox.push(message)
    if (this.#outbox.length > 1) return
    queueMicrotask(() => {
      this.connection.port.postMessage(this.#outbox)
      this.#outbox = []
    })
  }

  /** Gives the supervisor bundles of packages in their order, each once; one that could not be loaded is tried again. */
  async bring(bundles: readonly string[], load: (bundle: string) => Promise<PackageBundle>): Promise<void> {
    let before = Promise.resolve()
    const bringing: Promise<void>[] = []
    for (const name of bundles) {
      before = this.#bundles.get(name) ?? this.#bring(name, load(name), before)
      bringing.push(before)
    }
    // Not only the last: that may have been there for long.
    await Promise.all(bringing)
  }

  #bring(name: string, loading: Promise<PackageBundle>, before: Promise<void>): Promise<void> {
    const bringing = Promise.all([loading, before]).then(([bundle]) => this.post({ type: 'bundle', name, bundle }))
    this.#bundles.set(name, bringing)
    bringing.catch(() => this.#bundles.delete(name))
    return bringing
  }

  /** Sends a call and waits for its reply; the calls of one app are performed in order. */
  async call<T extends Asked['type']>(
    app: number,
    asked: Extract<Asked, { type: T }>,
    signal: AbortSignal,
  ): Promise<Replies[T]> {
    // The supervisor is ours, and the type of a reply is that of its call.
    return (await this.#call(app, asked, signal)) as Replies[T]
  }

  #call(app: number, asked: Asked, signal: AbortSignal): Promise<Reply> {
    const call = this.#nextCall++
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new SandboxError('aborted', 'the run was replaced by a newer one'))
      if (this.closed) {
        return reject(new SandboxError('crashed', 'could not go on: because the engine was restarted; try again'))
      }
      const abort = () => end(() => reject(new SandboxError('aborted', 'the run was replaced by a newer one')))
      const end = (settle: () => void) => {
        signal.removeEventListener('abort', abort)
        this.#calls.delete(call)
        this.#listen()
        settle()
      }
      signal.addEventListener('abort', abort)
      this.#calls.set(call, { resolve: reply => end(() => resolve(reply)), reject: error => end(() => reject(error)) })
      this.#listen()
      this.post({ type: 'call', app, call, asked })
    })
  }

  /**
   * The supervisor keeps the program's clock. This is the last one, for a supervisor that is starved: when calls wait
   * and nothing is heard for longer than any of them may take, the whole engine is ended.
   */
  #listen(): void {
    clearTimeout(this.#silence)
    if (this.#calls.size > 0 && !this.closed) this.#silence = setTimeout(() => this.close(), this.#patience)
  }

  /** Ends everything in the frame, whatever it is doing. */
  close(): void {
    if (this.closed) return
    this.closed = true
    clearTimeout(this.#silence)
    this.connection.port.close()
    this.connection.close()
    this.onClose()
    const why =
      'could not finish: because the engine stopped answering while the program ran; it was restarted, run again'
    for (const { reject } of this.#calls.values()) reject(new SandboxError('timed-out', why))
  }

  #settle(message: Extract<FromSupervisor, { call: number }>): void {
    const waiting = this.#calls.get(message.call)
    if (message.type === 'replied') waiting?.resolve(message.reply)
    else waiting?.reject(new SandboxError(message.code, message.message))
  }
}
