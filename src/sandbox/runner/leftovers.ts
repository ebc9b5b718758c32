/**
 * Makes the process clean again after an evaluation of a program: timers, globals, what it changed in built-in objects,
 * and listeners.
 * @module
 */

import { rememberRealm } from '../program/restore.ts'
import type { Env } from '../sandbox.ts'

type Clear = typeof clearTimeout | typeof clearImmediate

/**
 * Call it when everything of ours is installed.
 * @returns what makes the process clean again; false when the program has spoiled it for good
 */
export const trackProcess = (): ((env: Env) => boolean) => {
  setEnv({})
  const clearTimers = [
    trackTimer('setTimeout', clearTimeout),
    trackTimer('setInterval', clearInterval),
    trackTimer('setImmediate', clearImmediate),
  ]
  const restore = rememberRealm(globalThis)
  const { env } = process
  const listeners = new Set(process.eventNames().flatMap(event => process.rawListeners(event)))
  return values => {
    for (const clear of clearTimers) clear()
    for (const event of process.eventNames()) {
      for (const listener of process.rawListeners(event)) {
        if (!listeners.has(listener)) process.off(event, listener as () => void)
      }
    }
    const isWhole = restore()
    setEnv(values)
    return isWhole && process.env === env
  }
}

/** Nothing of this process's own environment is left: a program sees what its check gives it. */
const setEnv = (values: Env): void => {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, values)
}

/** Replaces a function that sets timers; it returns what clears those that are running. */
const trackTimer = (name: 'setTimeout' | 'setInterval' | 'setImmediate', cancel: Clear): (() => void) => {
  const schedule: unknown = globalThis[name]
  if (typeof schedule !== 'function') return () => undefined
  const running = new Set<unknown>()
  const tracked = (...args: unknown[]): unknown => {
    const timer: unknown = Reflect.apply(schedule, globalThis, args)
    running.add(timer)
    return timer
  }
  // Its name, and what `util.promisify` looks for.
  Object.defineProperties(tracked, Object.getOwnPropertyDescriptors(schedule))
  Object.defineProperty(globalThis, name, { value: tracked, writable: true, configurable: true, enumerable: true })
  return () => {
    for (const timer of running) Reflect.apply(cancel, globalThis, [timer])
    running.clear()
  }
}
