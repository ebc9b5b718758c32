/**
 * Keeps account of what an evaluation of a program leaves in its realm, so that the next one starts clean.
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

/** Call it when everything of ours is installed; it returns what makes the realm clean again. */
export const trackLeftovers = (scope: typeof globalThis): (() => void) => {
  const clearAll = pairs.map(([set, clear]) => trackTimer(scope, set, clear))
  const ours = new Set(Reflect.ownKeys(scope))
  const restore = ['console', 'process'].map(name => remember(Reflect.get(scope, name)))
  return () => {
    for (const clear of clearAll) clear()
    for (const key of Reflect.ownKeys(scope)) if (!ours.has(key)) Reflect.deleteProperty(scope, key)
    for (const again of restore) again()
  }
}

/** Programs wrap `console.log` and set `process.env` at the top of a file; thirteen checks would wrap it thirteen times. */
const remember = (object: object): (() => void) => {
  const descriptors = Object.getOwnPropertyDescriptors(object)
  const env: unknown = Reflect.get(object, 'env')
  const again = typeof env === 'object' && env !== null ? remember(env) : () => undefined
  return () => {
    for (const key of Reflect.ownKeys(object)) if (!Object.hasOwn(descriptors, key)) Reflect.deleteProperty(object, key)
    Object.defineProperties(object, descriptors)
    again()
  }
}

const trackTimer = (scope: typeof globalThis, set: Timer, clear: Clear): (() => void) => {
  const schedule: Schedule = Reflect.get(scope, set)
  const cancel: (id: number) => void = Reflect.get(scope, clear)
  const running = new Set<number>()
  const tracked = (callback: unknown, ...rest: unknown[]): number => {
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
