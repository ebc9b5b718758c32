/**
 * Which values are too large to be shown whole, and what is shown of them. Node's inspect bounds arrays and strings,
 * but not the properties of an object, an error's stack, or the time it takes to list a long array's keys.
 * @module
 */

import { type InspectOptions, inspect } from 'node-inspect-extracted'
import { isObject } from './is-object.ts'

/** Properties and items that are visited before a value counts as large. */
const VISITS = 10_000
/** Items or properties that are shown of a large value. */
const SAMPLE = 100
const STACK_LIMIT = 8_000
const BIGINT_BITS = 4_096

const { create, getPrototypeOf } = Object
const { ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect

const sizeOf = (value: object): number => {
  if (Array.isArray(value)) return value.length
  if (ArrayBuffer.isView(value)) return value.byteLength
  return value instanceof Map || value instanceof Set ? value.size : 0
}

const itemsOf = (value: object): readonly unknown[] => {
  if (value instanceof Map) return [...value].flat()
  return value instanceof Set ? [...value] : []
}

/** Whether a value can be shown whole to `depth` levels. Getters are not run. */
export const isSmall = (value: unknown, depth: number): boolean => {
  let visits = VISITS
  const visit = (of: unknown, left: number): boolean => {
    visits -= 1
    if (visits < 0) return false
    if (typeof of === 'bigint') return BigInt.asIntN(BIGINT_BITS, of) === of
    if (!isObject(of) || left < 0) return true
    if (sizeOf(of) > visits) return false
    if (ArrayBuffer.isView(of)) return true
    if (of instanceof Error && String(of.stack).length > STACK_LIMIT) return false
    const keys = ownKeys(of)
    // Of an array, inspect shows a hundred items by itself.
    const shown = Array.isArray(of) ? keys.slice(0, SAMPLE) : keys
    return (
      shown.length <= visits &&
      shown.every(key => visit(getOwnPropertyDescriptor(of, key)?.value, left - 1)) &&
      itemsOf(of).every(item => visit(item, left - 1))
    )
  }
  return visit(value, depth)
}

/** The well-known symbol of Node's `util.inspect`. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom')

const nameOf = (value: object): string => {
  const name: unknown = typeof value === 'function' ? 'Function' : value.constructor?.name
  return typeof name === 'string' && name !== '' ? name : 'Object'
}

/** What stands for something inside a large value: inspect would list all its keys before it leaves them out. */
const closed = (value: unknown): unknown => {
  if (!isObject(value) && isSmall(value, 0)) return value
  const text = isObject(value) ? `[${nameOf(value)}]` : showPart(value, {})
  return { [INSPECT]: () => text }
}

const firstOf = <T>(items: Iterable<T>): readonly T[] => {
  const first: T[] = []
  for (const item of items) if (first.push(item) === SAMPLE) break
  return first
}

const noteOf = (size: number, unit: string): string => (size > SAMPLE ? ` (${SAMPLE} of ${size} ${unit})` : '')

/** The head of a large value, with nothing inside it opened. */
export const showPart = (value: unknown, options: InspectOptions): string => {
  if (typeof value === 'bigint') return `[BigInt of more than ${BIGINT_BITS} bits]`
  if (!isObject(value)) return inspect(value, options)
  if (value instanceof Error) return String(value.stack)
  if (ArrayBuffer.isView(value)) return `[${nameOf(value)} of ${value.byteLength} bytes]`
  if (Array.isArray(value)) {
    return inspect(value.slice(0, SAMPLE).map(closed), options) + noteOf(value.length, 'items')
  }
  if (value instanceof Map) {
    const entries = firstOf(value).map(([key, member]) => [closed(key), closed(member)] as const)
    return inspect(new Map(entries), options) + noteOf(value.size, 'entries')
  }
  if (value instanceof Set) return inspect(new Set(firstOf(value).map(closed)), options) + noteOf(value.size, 'items')
  const keys = ownKeys(value)
  const sample: object = create(getPrototypeOf(value))
  for (const key of keys.slice(0, SAMPLE)) {
    const property = getOwnPropertyDescriptor(value, key)
    if (!property) continue
    defineProperty(sample, key, 'value' in property ? { ...property, value: closed(property.value) } : property)
  }
  return inspect(sample, options) + noteOf(keys.length, 'properties')
}
