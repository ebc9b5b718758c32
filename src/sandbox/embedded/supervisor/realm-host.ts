/**
 * One realm as the supervisor sees it: a nested worker that answers calls, may flood, may hang, and can be ended.
 * @module
 */

import type { AppFailure, LogLine } from '../../../http/http.ts'
import type { Limits } from '../../limits.ts'
import type { FromRealm, RealmBoot, RealmBundle, ToRealm } from '../protocol.ts'
import { parseRealmMessage } from './parse-realm-message.ts'

export type RealmReply = Extract<FromRealm, { id: number }>

/** A call that got no reply: the realm is gone, for this reason. */
export interface RealmEnd {
  readonly type: 'ended'
  readonly failure: AppFailure
}

export interface RealmOptions {
  readonly scriptUrl: string
  readonly packages: readonly RealmBundle[]
  readonly limits: Limits
  readonly warmUp: boolean
  /** Gives the frame's end of a crypto channel to the frame. */
  readonly openCrypto: (port: MessagePort) => void
}

interface Call {
  readonly id: number
  readonly timeLimit: number
  readonly settle: (reply: RealmReply | RealmEnd) => void
}

export type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

const unreadable: AppFailure = {
  kind: 'exited',
  message: 'it sent something that cannot be read in the place of an answer',
  at: null,
}

/** Messages are counted in windows of this many milliseconds. */
const windowLength = 100

export class RealmHost {
  readonly ready: Promise<void>
  /** Why the realm is gone; null while it lives. */
  failure: AppFailure | null = null
  onLog: (lines: readonly LogLine[]) => void = () => undefined
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #limits: Limits
  /** Calls without a reply, in the order in which the realm answers them: one after the other. */
  readonly #calls: Call[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #nextId = 1
  #window = { since: 0, messages: 0 }
  #onReady: () => void = () => undefined

  constructor({ scriptUrl, packages, limits, warmUp, openCrypto }: RealmOptions) {
    this.#limits = limits
    const channel = new MessageChannel()
    const crypto = new MessageChannel()
    openCrypto(crypto.port1)
    this.#port = channel.port1
    this.#port.onmessage = event => this.#receive(event.data)
    this.#worker = new Worker(scriptUrl)
    const boot: RealmBoot = { packages, limits, warmUp }
    this.#worker.postMessage(boot, [channel.port2, crypto.port2])
    this.ready = new Promise((resolve, reject) => {
      this.#onReady = resolve
      // Once the realm is up its own listeners report what the program leaves uncaught; before, this is our fault.
      this.#worker.onerror = event => {
        event.preventDefault()
        reject(new Error(event.message))
      }
    })
  }

  /**
   * Waits for the realm's reply. Calls may be made while others wait; each has `timeLimit` ms from when its turn comes,
   * after which the realm is ended.
   */
  call(message: WithoutId<ToRealm>, timeLimit: number, transfer: Transferable[] = []): Promise<RealmReply | RealmEnd> {
    if (this.failure) return Promise.resolve({ type: 'ended', failure: this.failure })
    const id = this.#nextId++
    return new Promise(settle => {
      this.#calls.push({ id, timeLimit, settle })
      if (this.#calls.length === 1) this.#startClock()
      this.#port.postMessage({ ...message, id }, transfer)
    })
  }

  /** The clock of the call whose turn it is. */
  #startClock(): void {
    clearTimeout(this.#timer)
    const [call] = this.#calls
    if (!call) return
    const failure: AppFailure = { kind: 'timed-out', message: `${call.timeLimit} ms`, at: null }
    this.#timer = setTimeout(() => this.end(failure), call.timeLimit)
  }

  /** Ends the realm at once, whatever it is doing, and answers every call with the reason. */
  end(failure: AppFailure): void {
    if (this.failure) return
    this.failure = failure
    this.#worker.terminate()
    this.#port.close()
    clearTimeout(this.#timer)
    for (const { settle } of this.#calls.splice(0)) settle({ type: 'ended', failure })
  }

  #receive(data: unknown): void {
    if (this.failure || this.#flooded()) return
    const message = parseRealmMessage(data)
    // A realm says nothing that cannot be read; a program that speaks in its name would have its caller wait for ever.
    if (!message) {
      this.end(unreadable)
      return
    }
    switch (message.type) {
      case 'ready':
        this.#onReady()
        return
      case 'log':
        this.onLog(message.lines)
        return
      case 'ended':
        this.end(message.failure)
        return
      default:
        this.#reply(message)
    }
  }

  /** Only the call whose turn it is can be answered. */
  #reply(reply: RealmReply): void {
    if (this.#calls[0]?.id !== reply.id) return
    this.#calls.shift()?.settle(reply)
    this.#startClock()
  }

  /** A flood starves this worker's timers, so it is cut off by count, in the message handler. */
  #flooded(): boolean {
    const now = performance.now()
    if (now - this.#window.since > windowLength) this.#window = { since: now, messages: 0 }
    this.#window.messages += 1
    if (this.#window.messages <= this.#limits.messages) return false
    const message = `more than ${this.#limits.messages} messages within ${windowLength} ms`
    this.end({ kind: 'exited', message, at: null })
    return true
  }
}
