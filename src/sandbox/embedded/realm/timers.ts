/**
 * Keeps account of the timers that an evaluation of a program leaves in its realm.
 * @module
 */

type Timer = 'setTimeout' | 'setInterval' | 'setImmediate'
type Clear = 'clearTimeout' | 'clearInterval' | 'clearImmediate'
type Schedule = (this: unknown, callback: unknown, ...rest: unknown[]) => number

const pairs: readonly (readonly [Timer, Clear])[] = [
  ['setTimeout', 'clearTimeout'],
  ['setInterval', 'clearInterval'],
  ['setImmediate', 'clearImmediate'],
]

/** ms; the largest that fits into 31 bits. */
const LONGEST = 2 ** 31 - 1

/** Replaces the functions that set timers; it returns what clears all that are running. */
export const trackTimers = (scope: typeof globalThis): (() => void) => {
  const clearAll = pairs.map(([set, clear]) => trackTimer(scope, set, clear))
  return () => {
    for (const clear of clearAll) clear()
  }
}

/** As Node takes a delay: what is no number from 1 on, or too large, is 1 ms. So `setImmediate` comes before any timer. */
const delayOf = (given: unknown): number => {
  const delay = Number(given)
  return delay >= 1 && delay <= LONGEST ? delay : 1
}

const trackTimer = (scope: typeof globalThis, set: Timer, clear: Clear): (() => void) => {
  const schedule: Schedule = Reflect.get(scope, set)
  const cancel: (id: number) => void = Reflect.get(scope, clear)
  const running = new Set<number>()
  const tracked = (callback: unknown, ...rest: unknown[]): number => {
    if (set !== 'setImmediate') rest[0] = delayOf(rest[0])
    const id = schedule.call(scope, callback, ...rest)
    running.add(id)
    return id
  }
  Object.defineProperty(tracked, 'name', { value: set })
  Object.defineProperty(scope, set, { value: tracked, writable: true, configurable: true, enumerable: true })
  return () => {
    for (const id of running) cancel.call(scope, id)
    running.clear()
  }
}
