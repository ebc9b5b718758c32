/**
 * Arguments of a SubtleCrypto method as data that can be posted. Bytes are copied at once, because what a program writes
 * into its buffers after the call does not count (Web Cryptography API, "get a copy of the bytes held").
 * @module
 */

import { stateOf } from './crypto-key.ts'
import type { WireValue } from './wire.ts'

/** Members of algorithm dictionaries and JWKs, which a class instance may have as getters of its prototype. */
const MEMBERS = [
  ...['name', 'hash', 'length', 'iv', 'counter', 'additionalData', 'tagLength', 'label', 'salt', 'info', 'iterations'],
  ...['namedCurve', 'public', 'saltLength', 'modulusLength', 'publicExponent', 'context'],
  ...['kty', 'use', 'key_ops', 'alg', 'ext', 'crv', 'x', 'y', 'd', 'n', 'e', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'],
]
/** Deeper than any dictionary of the standard: `oth` of a JWK is a list of dictionaries. */
const DEPTH = 5

const isIterable = (value: object): value is Iterable<unknown> =>
  typeof Reflect.get(value, Symbol.iterator) === 'function'

/** A copy of a BufferSource's bytes, or null when the value is none. */
export const copyBytes = (value: unknown): Uint8Array<ArrayBuffer> | null => {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice()
  return value instanceof ArrayBuffer ? new Uint8Array(value).slice() : null
}

export interface Marshalled {
  readonly args: readonly WireValue[]
  readonly transfer: ArrayBuffer[]
  /** To be kept until the answer is there: a key that is collected is freed in the frame. */
  readonly keys: readonly object[]
}

/** @param handleOf the frame's number of a key, which may have to be given there first */
export const marshal = (values: readonly unknown[], handleOf: (key: object) => number): Marshalled => {
  const transfer: ArrayBuffer[] = []
  const keys: object[] = []

  const namesOf = (value: object): ReadonlySet<string> => {
    const names = new Set(MEMBERS.filter(name => name in value))
    for (const name in value) names.add(name)
    return names
  }
  const convert = (value: unknown, depth: number): WireValue => {
    switch (typeof value) {
      case 'function':
      case 'symbol':
        throw new TypeError(`could not use a ${typeof value} as an argument: because it is no data`)
      case 'object':
        return value === null ? { type: 'plain', value } : convertObject(value, depth)
      case 'string':
      case 'number':
      case 'boolean':
      case 'bigint':
      case 'undefined':
        return { type: 'plain', value }
    }
  }
  const convertObject = (value: object, depth: number): WireValue => {
    if (depth > DEPTH) throw new TypeError('could not use an argument: because it is nested too deeply')
    if (stateOf(value)) {
      keys.push(value)
      return { type: 'key', key: handleOf(value) }
    }
    const bytes = copyBytes(value)
    if (bytes) {
      transfer.push(bytes.buffer)
      return { type: 'bytes', bytes: bytes.buffer }
    }
    if (isIterable(value)) {
      return { type: 'list', items: Array.from(value, item => convert(item, depth + 1)) }
    }
    const members = [...namesOf(value)].flatMap((name): [string, WireValue][] => {
      const member: unknown = Reflect.get(value, name)
      return member === undefined ? [] : [[name, convert(member, depth + 1)]]
    })
    return { type: 'dictionary', members }
  }
  return { args: values.map(value => convert(value, 0)), transfer, keys }
}
