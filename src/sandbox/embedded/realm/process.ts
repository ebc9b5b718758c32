/**
 * The part of Node's `process` that server code reads. `release.name` is what Hono's `getRuntimeKey()` looks for, so
 * that `env(c)` is `process.env`. There is no `versions.node`: packages that see it go looking for `fs`. Nothing here
 * emits by itself.
 * @module
 */

import { Emitter } from './emitter.ts'
import type { RealmScope } from './primordials.ts'

export const makeProcess = (scope: RealmScope) => {
  const enqueue = scope.queueMicrotask.bind(scope)
  const now = scope.performance.now.bind(scope.performance)
  return Object.assign(new Emitter(), {
    env: {},
    argv: [],
    release: { name: 'node' },
    cwd: () => '/',
    uptime: () => now() / 1_000,
    nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) => enqueue(() => callback(...args)),
  })
}
