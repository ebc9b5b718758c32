/**
 * What a realm sent to the frame's cryptography → a message, or null. A program may forge anything, and the frame must
 * not walk a list without an end for it: nothing is taken but what has the shape and the size of a call.
 * @module
 */

import { METHODS, type SubtleMethod, type ToCryptoHost, type WireValue } from '../realm/crypto/wire.ts'

/** `unwrapKey` has seven arguments. */
const MOST_ARGUMENTS = 7
/** Members of a dictionary or items of a list, and how deep they lie in each other. */
const MOST_MEMBERS = 1_000
const DEEPEST = 6

type Fields = { readonly [key: string]: unknown }

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isKey = (value: unknown): value is number => Number.isInteger(value)
const isMethod = (value: unknown): value is SubtleMethod => METHODS.some(method => method === value)
const isText = (value: unknown): value is string => typeof value === 'string'

/** A sparse list can be four thousand million long and take no room, so the length is looked at before the items. */
const listOf = <T>(value: unknown, most: number, read: (item: unknown) => T | null): readonly T[] | null => {
  if (!Array.isArray(value) || value.length > most) return null
  const items: T[] = []
  for (const item of value) {
    const taken = read(item)
    if (taken === null) return null
    items.push(taken)
  }
  return items
}

const plainOf = (value: unknown): WireValue | null => {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'undefined':
      return { type: 'plain', value }
    default:
      return value === null ? { type: 'plain', value } : null
  }
}

const wireValueOf = (value: unknown, depth: number): WireValue | null => {
  if (!isFields(value) || depth > DEEPEST) return null
  switch (value.type) {
    case 'plain':
      return plainOf(value.value)
    case 'bytes':
      return value.bytes instanceof ArrayBuffer ? { type: 'bytes', bytes: value.bytes } : null
    case 'key':
      return isKey(value.key) ? { type: 'key', key: value.key } : null
    case 'list': {
      const items = listOf(value.items, MOST_MEMBERS, item => wireValueOf(item, depth + 1))
      return items && { type: 'list', items }
    }
    case 'dictionary': {
      const members = listOf(value.members, MOST_MEMBERS, member => memberOf(member, depth + 1))
      return members && { type: 'dictionary', members }
    }
    default:
      return null
  }
}

const memberOf = (member: unknown, depth: number): readonly [string, WireValue] | null => {
  if (!Array.isArray(member) || !isText(member[0])) return null
  const value = wireValueOf(member[1], depth)
  return value && [member[0], value]
}

export const readCryptoCall = (data: unknown): ToCryptoHost | null => {
  if (!isFields(data)) return null
  if (data.type === 'free') return isKey(data.key) ? { type: 'free', key: data.key } : null
  if (data.type === 'adopt') {
    const { key, bytes, hash, extractable } = data
    const usages = listOf(data.usages, 2, usage => (usage === 'sign' || usage === 'verify' ? usage : null))
    if (!isKey(key) || !(bytes instanceof ArrayBuffer) || !isText(hash) || !usages) return null
    return { type: 'adopt', key, bytes, hash, extractable: extractable === true, usages }
  }
  const args = listOf(data.args, MOST_ARGUMENTS, value => wireValueOf(value, 0))
  if (data.type !== 'call' || !isKey(data.call) || !isMethod(data.method) || !args) return null
  return { type: 'call', call: data.call, method: data.method, args }
}
