/**
 * SHA and HMAC in the realm: a trip to the frame costs 0.23 ms, hashing a token some microseconds. Only what is plainly
 * valid is done here; for everything else the answer is null and the frame decides, so that errors stay the platform's.
 * @module
 */

import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { isObject } from '../primordials.ts'
import { KeyState, stateOf } from './crypto-key.ts'
import { copyBytes } from './marshal.ts'
import type { SubtleMethod } from './wire.ts'

/** Past this the frame's native code is faster in spite of the trip, bytes. */
const LARGEST = 64 * 1024

const HASHES = new Map([
  ['SHA-1', sha1],
  ['SHA-256', sha256],
  ['SHA-384', sha384],
  ['SHA-512', sha512],
])

/** The algorithm's name in capitals: of a string, or of a plain object that has `allowed` members and no others. */
const plainName = (algorithm: unknown, allowed: readonly string[]): string | null => {
  if (typeof algorithm === 'string') return algorithm.toUpperCase()
  if (!isObject(algorithm)) return null
  const prototype = Object.getPrototypeOf(algorithm)
  if (prototype !== null && prototype !== Object.prototype) return null
  if (!Object.keys(algorithm).every(key => allowed.includes(key))) return null
  const name: unknown = Object.getOwnPropertyDescriptor(algorithm, 'name')?.value
  return typeof name === 'string' ? name.toUpperCase() : null
}

const smallBytes = (value: unknown): Uint8Array<ArrayBuffer> | null => {
  const size = ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? value.byteLength : LARGEST + 1
  return size > LARGEST ? null : copyBytes(value)
}

const digest = (algorithm: unknown, data: unknown): ArrayBuffer | null => {
  const hash = HASHES.get(plainName(algorithm, ['name']) ?? '')
  const bytes = hash ? smallBytes(data) : null
  return hash && bytes ? new Uint8Array(hash(bytes)).buffer : null
}

const USAGES = ['sign', 'verify'] as const

const importKey = (
  format: unknown,
  data: unknown,
  algorithm: unknown,
  extractable: unknown,
  usages: unknown,
): KeyState | null => {
  if (format !== 'raw' || typeof extractable !== 'boolean' || !Array.isArray(usages) || usages.length === 0) return null
  if (plainName(algorithm, ['name', 'hash']) !== 'HMAC' || !isObject(algorithm)) return null
  if (!usages.every(usage => USAGES.includes(usage))) return null
  const hash = plainName(Object.getOwnPropertyDescriptor(algorithm, 'hash')?.value, ['name'])
  const bytes = smallBytes(data)
  if (hash === null || !HASHES.has(hash) || bytes === null || bytes.byteLength === 0) return null
  const keyAlgorithm = { name: 'HMAC', hash: { name: hash }, length: bytes.byteLength * 8 }
  const facts = {
    type: 'secret',
    extractable,
    algorithm: keyAlgorithm,
    usages: USAGES.filter(usage => usages.includes(usage)),
  } as const
  return new KeyState(facts, null, { bytes, hash })
}

const mac = (algorithm: unknown, key: unknown, usage: KeyUsage, data: unknown): Uint8Array | null => {
  // HMAC takes no parameters here, so a hash beside the name, as hono/jwt gives it, says nothing.
  if (plainName(algorithm, ['name', 'hash']) !== 'HMAC' || !isObject(key)) return null
  const { local, facts } = stateOf(key) ?? {}
  const hash = local ? HASHES.get(local.hash) : undefined
  if (!local || !hash || !facts?.usages.includes(usage)) return null
  const bytes = smallBytes(data)
  return bytes && hmac(hash, local.bytes, bytes)
}

const sign = (algorithm: unknown, key: unknown, data: unknown): ArrayBuffer | null => {
  const signature = mac(algorithm, key, 'sign', data)
  return signature && new Uint8Array(signature).buffer
}

const verify = (algorithm: unknown, key: unknown, signature: unknown, data: unknown): boolean | null => {
  const given = smallBytes(signature)
  const expected = given && mac(algorithm, key, 'verify', data)
  if (!given || !expected) return null
  if (given.length !== expected.length) return false
  let difference = 0
  for (const [index, byte] of expected.entries()) difference |= byte ^ (given[index] ?? 0)
  return difference === 0
}

/** The result of a method, or null when it is the frame's to give. */
export const tryLocally = (method: SubtleMethod, args: readonly unknown[]): ArrayBuffer | KeyState | boolean | null => {
  const [first, second, third, fourth, fifth] = args
  switch (method) {
    case 'digest':
      return digest(first, second)
    case 'importKey':
      return importKey(first, second, third, fourth, fifth)
    case 'sign':
      return sign(first, second, third)
    case 'verify':
      return verify(first, second, third, fourth)
    default:
      return null
  }
}
