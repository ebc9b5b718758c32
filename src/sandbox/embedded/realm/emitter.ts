/**
 * The part of Node's EventEmitter that server code uses.
 * @module
 */

export type Listener = (...args: never[]) => unknown
type EventName = string | symbol

interface Subscription {
  readonly listener: Listener
  readonly once: boolean
}

export class Emitter {
  readonly #subscriptions = new Map<EventName, readonly Subscription[]>()

  on(event: EventName, listener: Listener): this {
    return this.#add(event, { listener, once: false })
  }
  once(event: EventName, listener: Listener): this {
    return this.#add(event, { listener, once: true })
  }
  off(event: EventName, listener: Listener): this {
    const subscriptions = this.#of(event)
    const index = subscriptions.findLastIndex(subscription => subscription.listener === listener)
    if (index !== -1) this.#subscriptions.set(event, subscriptions.toSpliced(index, 1))
    return this
  }
  addListener(event: EventName, listener: Listener): this {
    return this.on(event, listener)
  }
  removeListener(event: EventName, listener: Listener): this {
    return this.off(event, listener)
  }
  removeAllListeners(event?: EventName): this {
    if (event === undefined) this.#subscriptions.clear()
    else this.#subscriptions.delete(event)
    return this
  }
  listenerCount(event: EventName): number {
    return this.#of(event).length
  }
  /** Calls the listeners in order; what one of them throws is thrown here. */
  emit(event: EventName, ...args: unknown[]): boolean {
    const called = this.#of(event)
    this.#subscriptions.set(
      event,
      called.filter(({ once }) => !once),
    )
    for (const { listener } of called) Reflect.apply(listener, this, args)
    return called.length > 0
  }

  #of(event: EventName): readonly Subscription[] {
    return this.#subscriptions.get(event) ?? []
  }
  #add(event: EventName, subscription: Subscription): this {
    this.#subscriptions.set(event, [...this.#of(event), subscription])
    return this
  }
}
