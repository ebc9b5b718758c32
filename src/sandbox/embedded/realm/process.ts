/**
 * The part of Node's `process` that server code reads. `release.name` is what Hono's `getRuntimeKey()` looks for, so
 * that `env(c)` is `process.env`. There is no `versions.node`: packages that see it go looking for `fs`.
 * @module
 */

import type { RealmScope } from './primordials.ts'

type Listener = (...args: unknown[]) => void

interface Subscription {
  readonly listener: Listener
  readonly once: boolean
}

/** `on`, `once`, `off` and `emit` as on every Node EventEmitter. Nothing here emits by itself. */
const emitter = () => {
  const subscriptions = new Map<string | symbol, readonly Subscription[]>()
  const of = (event: string | symbol) => subscriptions.get(event) ?? []
  return {
    on(event: string | symbol, listener: Listener) {
      subscriptions.set(event, [...of(event), { listener, once: false }])
      return this
    },
    once(event: string | symbol, listener: Listener) {
      subscriptions.set(event, [...of(event), { listener, once: true }])
      return this
    },
    off(event: string | symbol, listener: Listener) {
      const index = of(event).findLastIndex(subscription => subscription.listener === listener)
      if (index !== -1) subscriptions.set(event, of(event).toSpliced(index, 1))
      return this
    },
    emit(event: string | symbol, ...args: unknown[]): boolean {
      const called = of(event)
      subscriptions.set(
        event,
        called.filter(({ once }) => !once),
      )
      for (const { listener } of called) listener.apply(this, args)
      return called.length > 0
    },
  }
}

export const makeProcess = (scope: RealmScope) => {
  const enqueue = scope.queueMicrotask.bind(scope)
  const now = scope.performance.now.bind(scope.performance)
  const events = emitter()
  return Object.assign(events, {
    env: {},
    argv: [],
    release: { name: 'node' },
    cwd: () => '/',
    uptime: () => now() / 1_000,
    nextTick: (callback: Listener, ...args: unknown[]) => enqueue(() => callback(...args)),
    addListener: events.on,
    removeListener: events.off,
  })
}
