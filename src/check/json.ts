/**
 * Comparing JSON values: typed, the order of an object's keys does not count.
 * @module
 */

import type { Json, JsonType } from './expectation.ts'

export const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

export const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !isArray(value)

/** The narrowest type: a number without a fraction is an `integer`, as in JSON Schema (2020-12 §6.1.1). */
export const jsonTypeOf = (value: Json): JsonType => {
  if (value === null) return 'null'
  if (isArray(value)) return 'array'
  switch (typeof value) {
    case 'boolean':
      return 'boolean'
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'number'
    case 'string':
      return 'string'
    default:
      return 'object'
  }
}

/** Whether a value is of a type; an integer is a number as well. */
export const hasJsonType = (value: Json, type: JsonType): boolean => {
  const actual = jsonTypeOf(value)
  return actual === type || (type === 'number' && actual === 'integer')
}

/** `exact`: nothing more and nothing less. `subset`: objects may have more keys, at every depth. */
export type Strictness = 'exact' | 'subset'

const matches = (actual: Json, expected: Json, strictness: Strictness): boolean => {
  if (isArray(expected)) {
    return (
      isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, index) => {
        const other = actual[index]
        return other !== undefined && matches(other, item, strictness)
      })
    )
  }
  if (isObject(expected)) {
    if (!isObject(actual)) return false
    const entries = Object.entries(expected)
    if (strictness === 'exact' && Object.keys(actual).length !== entries.length) return false
    return entries.every(([key, value]) => {
      const other = Object.hasOwn(actual, key) ? actual[key] : undefined
      return other !== undefined && matches(other, value, strictness)
    })
  }
  return actual === expected
}

/** Deep equality with types: `1` is not `"1"`. */
export const deepEqual = (actual: Json, expected: Json): boolean => matches(actual, expected, 'exact')

/** Whether everything in `expected` is in `actual` and equal; arrays may not have more items, objects may have more keys. */
export const isSubset = (expected: Json, actual: Json): boolean => matches(actual, expected, 'subset')

/** Whether two arrays have the same items, as often each, in any order. */
export const sameItems = (actual: readonly Json[], expected: readonly Json[]): boolean => {
  return actual.length === expected.length && compareItems(actual, expected).missing.length === 0
}

/** Expected items that are not there, and items that nobody expected; each counts as often as it stands there. */
export const compareItems = (
  actual: readonly Json[],
  expected: readonly Json[],
): { readonly missing: readonly Json[]; readonly extra: readonly Json[] } => {
  return { missing: without(expected, actual), extra: without(actual, expected) }
}

/** Each of `others` takes one item that equals it away. By text, because comparing each with each takes minutes. */
const without = (items: readonly Json[], others: readonly Json[]): readonly Json[] => {
  const counts = new Map<string, number>()
  for (const other of others.map(canonical)) counts.set(other, (counts.get(other) ?? 0) + 1)
  return items.filter(item => {
    const text = canonical(item)
    const left = counts.get(text) ?? 0
    if (left > 0) counts.set(text, left - 1)
    return left === 0
  })
}

/** The same text for values that are equal, and for no others. */
const canonical = (value: Json): string => {
  if (isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map(key => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join()}}`
}

/** How deep arrays and objects are nested in a JSON text, counted without parsing it: `{"a":[1]}` is 2 deep. */
export const nestingDepth = (text: string): number => {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (character === '}' || character === ']') depth -= 1
  }
  return deepest
}

/** Whether a value is about this many characters long at most when it is written as JSON; stops counting past it. */
export const jsonFits = (value: Json, limit: number): boolean => {
  let left = limit
  const take = (of: Json): boolean => {
    left -= typeof of === 'string' ? of.length + 2 : 5
    if (left < 0) return false
    if (isArray(of)) return of.every(take)
    return isObject(of) ? Object.entries(of).every(([key, member]) => take(key) && take(member)) : true
  }
  return take(value)
}
