/**
 * The part of Node's `process` that server code reads. `release.name` is what Hono's `getRuntimeKey()` looks for, so
 * that `env(c)` is `process.env`. There is no `version` and no `versions.node`: packages that see one go looking for
 * `fs`. Nothing here emits by itself.
 * @module
 */

import { Emitter } from './emitter.ts'
import type { RealmScope } from './primordials.ts'
import { makeEnv } from './process-env.ts'

/** Ends the program; it does not return. */
export type Exit = (code?: unknown) => never

const BILLION = 1_000_000_000

/** Seconds and nanoseconds since some moment, or since an earlier result (Node, `process.hrtime`). */
const makeHrtime = (now: () => number) => {
  const nanoseconds = (): bigint => BigInt(Math.round(now() * 1_000_000))
  const hrtime = (since: readonly [number, number] = [0, 0]): [number, number] => {
    const passed = Number(nanoseconds()) - (since[0] * BILLION + since[1])
    return [Math.floor(passed / BILLION), passed % BILLION]
  }
  return Object.assign(hrtime, { bigint: nanoseconds })
}

export const makeProcess = (scope: RealmScope, exit: Exit) => {
  const enqueue = scope.queueMicrotask.bind(scope)
  const now = scope.performance.now.bind(scope.performance)
  return Object.assign(new Emitter(), {
    env: makeEnv(),
    argv: [],
    pid: 1,
    platform: 'linux',
    release: { name: 'node' },
    cwd: () => '/',
    exit,
    hrtime: makeHrtime(now),
    uptime: () => now() / 1_000,
    nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) => enqueue(() => callback(...args)),
  })
}
