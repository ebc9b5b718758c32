/**
 * The realm's SubtleCrypto. As on the platform every method answers with a promise, also when it is called wrongly.
 * @module
 */

import { defineProperty, isObject, patch } from '../primordials.ts'
import type { Bridge } from './bridge.ts'
import { KeyState } from './crypto-key.ts'
import { tryLocally } from './local.ts'
import { METHODS, type SubtleMethod } from './wire.ts'

/** Required parameters of each method (Web Cryptography API, SubtleCrypto interface). */
const REQUIRED: Readonly<Record<SubtleMethod, number>> = {
  decrypt: 3,
  deriveBits: 2,
  deriveKey: 5,
  digest: 2,
  encrypt: 3,
  exportKey: 2,
  generateKey: 3,
  importKey: 5,
  sign: 3,
  unwrapKey: 7,
  verify: 4,
  wrapKey: 4,
}

export interface RealmSubtle {
  /** The class, for the global of that name; a program cannot make another object of it. */
  readonly SubtleCrypto: NewableFunction
  readonly subtle: object
}

export const makeSubtle = (bridge: Bridge): RealmSubtle => {
  let made = false
  class SubtleCrypto {
    readonly #isGenuine = true
    constructor() {
      if (made) throw new TypeError('Illegal constructor')
      made = true
    }
    get [Symbol.toStringTag](): string {
      return 'SubtleCrypto'
    }
    static is(value: unknown): boolean {
      return isObject(value) && #isGenuine in value && value.#isGenuine
    }
  }
  const isGenuine = SubtleCrypto.is
  Reflect.deleteProperty(SubtleCrypto, 'is')

  const run = (method: SubtleMethod, args: readonly unknown[]): unknown => {
    const local = tryLocally(method, args)
    if (local === null) return bridge.call(method, args)
    return local instanceof KeyState ? bridge.keyFor(local) : local
  }
  for (const method of METHODS) {
    const required = REQUIRED[method]
    const call = async function (this: unknown, ...args: unknown[]): Promise<unknown> {
      if (!isGenuine(this)) throw new TypeError('Illegal invocation')
      if (args.length >= required) return run(method, args)
      const given = `${required} arguments required, but only ${args.length} present.`
      throw new TypeError(`Failed to execute '${method}' on 'SubtleCrypto': ${given}`)
    }
    defineProperty(call, 'name', { value: method, configurable: true })
    defineProperty(call, 'length', { value: required, configurable: true })
    patch(SubtleCrypto.prototype, { [method]: call })
  }
  return { SubtleCrypto, subtle: new SubtleCrypto() }
}
