/**
 * Which member of an expected array or object stands beside which member of the actual one.
 * @module
 */

import type { Json } from './expectation.ts'
import { deepEqual, isArray, isObject, isSubset, type Strictness } from './json.ts'

/** At least one side is there. */
export interface Pair {
  /** The key; null for an item of an array. */
  readonly key: string | null
  readonly expected: Json | undefined
  readonly actual: Json | undefined
}

/** Two values that are compared member by member. */
export interface Members {
  readonly brackets: readonly [open: string, close: string]
  readonly expectedCount: number
  readonly actualCount: number
  readonly pairs: Iterable<Pair>
}

/** The members of two arrays or two objects that are not both empty; null for anything else. */
export const membersOf = (expected: Json, actual: Json, strictness: Strictness): Members | null => {
  if (isArray(expected) && isArray(actual)) {
    const [expectedCount, actualCount] = [expected.length, actual.length]
    if (expectedCount + actualCount === 0) return null
    return { brackets: ['[', ']'], expectedCount, actualCount, pairs: items(expected, actual, strictness) }
  }
  if (isObject(expected) && isObject(actual)) {
    const [expectedCount, actualCount] = [Object.keys(expected).length, Object.keys(actual).length]
    if (expectedCount + actualCount === 0) return null
    return { brackets: ['{', '}'], expectedCount, actualCount, pairs: entries(expected, actual) }
  }
  return null
}

function* entries(
  expected: { readonly [key: string]: Json },
  actual: { readonly [key: string]: Json },
): Generator<Pair> {
  for (const key of Object.keys(expected)) {
    yield { key, expected: expected[key], actual: Object.hasOwn(actual, key) ? actual[key] : undefined }
  }
  for (const key of Object.keys(actual)) {
    if (!Object.hasOwn(expected, key)) yield { key, expected: undefined, actual: actual[key] }
  }
}

/** Items are paired from both ends as long as they are equal, so that one item more or less marks one item. */
function* items(expected: readonly Json[], actual: readonly Json[], strictness: Strictness): Generator<Pair> {
  const shorter = Math.min(expected.length, actual.length)
  const paired = shorter - equalAtEnd(expected, actual, strictness)
  const surplus = Math.max(expected.length, actual.length) - shorter
  for (let index = 0; index < paired; index += 1) {
    yield { key: null, expected: expected[index], actual: actual[index] }
  }
  for (let index = paired; index < paired + surplus; index += 1) {
    if (expected.length > shorter) yield { key: null, expected: expected[index], actual: undefined }
    else yield { key: null, expected: undefined, actual: actual[index] }
  }
  for (let left = shorter - paired; left > 0; left -= 1) {
    yield { key: null, expected: expected[expected.length - left], actual: actual[actual.length - left] }
  }
}

/** How many items at the end belong together, when the lengths differ and the beginnings do not explain it. */
const equalAtEnd = (expected: readonly Json[], actual: readonly Json[], strictness: Strictness): number => {
  if (expected.length === actual.length) return 0
  const same = (one: Json | undefined, other: Json | undefined): boolean =>
    one !== undefined && other !== undefined && (strictness === 'exact' ? deepEqual(other, one) : isSubset(one, other))
  const shorter = Math.min(expected.length, actual.length)
  let start = 0
  while (start < shorter && same(expected[start], actual[start])) start += 1
  let end = 0
  while (end < shorter - start && same(expected.at(-1 - end), actual.at(-1 - end))) end += 1
  return end
}
