/**
 * `setImmediate` and `clearImmediate`: a callback in its own turn of the event loop, without the four milliseconds that
 * browsers add to nested timers (HTML standard, timer initialisation steps).
 * @module
 */

import { openPort } from './port.ts'
import type { RealmScope } from './primordials.ts'

type Callback = (...args: unknown[]) => void

export interface Immediates {
  readonly setImmediate: (callback: Callback, ...args: unknown[]) => number
  readonly clearImmediate: (id: number) => void
}

export const makeImmediates = (scope: RealmScope): Immediates => {
  const { port1, port2 } = new scope.MessageChannel()
  const trigger = openPort(port1)
  const waiting = new Map<number, () => void>()
  let last = 0
  openPort(port2).listen(id => {
    if (typeof id !== 'number') return
    const callback = waiting.get(id)
    waiting.delete(id)
    callback?.()
  })
  return {
    setImmediate(callback, ...args) {
      if (typeof callback !== 'function') throw new TypeError('The "callback" argument must be of type function')
      last += 1
      waiting.set(last, () => callback(...args))
      trigger.post(last)
      return last
    },
    clearImmediate(id) {
      waiting.delete(id)
    },
  }
}
