/**
 * What an evaluation of a program leaves in its realm, taken away before the next.
 * @module
 */

import { rememberRealm } from '../../program/restore.ts'
import type { Env } from '../../sandbox.ts'
import type { RealmScope } from './primordials.ts'
import { trackTimers } from './timers.ts'

const { ownKeys, deleteProperty, defineProperty } = Reflect

/** `process.env` holds exactly these. */
const setEnv = (env: object, values: Env): void => {
  const old = ownKeys(env)
  for (let index = 0; index < old.length; index += 1) deleteProperty(env, old[index] ?? '')
  for (const name in values) {
    defineProperty(env, name, { value: values[name], writable: true, enumerable: true, configurable: true })
  }
}

export interface Leftovers {
  /** Clears timers and puts back what was changed; false when the program has spoiled the realm for good. */
  readonly clear: () => boolean
  readonly setEnv: (values: Env) => void
}

/** Call it when everything of ours is installed. */
export const trackLeftovers = (scope: RealmScope): Leftovers => {
  const clearTimers = trackTimers(scope)
  const restore = rememberRealm(scope)
  const env: object = Reflect.get(Reflect.get(scope, 'process'), 'env')
  return {
    clear: () => {
      const isWhole = restore()
      clearTimers()
      return isWhole
    },
    setEnv: values => setEnv(env, values),
  }
}
