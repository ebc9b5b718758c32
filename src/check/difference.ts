/**
 * Where two JSON values differ.
 * @module
 */

import type { Json } from './expectation.ts'
import { deepEqual, isArray, isObject, type Strictness } from './json.ts'
import { formatPath, type PathSegment } from './json-path.ts'

/** One place; `path` is as in a `json` subject. */
export type Difference =
  | { readonly kind: 'differs'; readonly path: string; readonly expected: Json; readonly actual: Json }
  | { readonly kind: 'missing'; readonly path: string; readonly expected: Json }
  | { readonly kind: 'extra'; readonly path: string; readonly actual: Json }
  /** Two arrays of unlike length; their items are not compared. */
  | { readonly kind: 'length'; readonly path: string; readonly expected: number; readonly actual: number }

/** Every place where `actual` is not as `expected`, in the order of `expected`. Lazy: take only as many as needed. */
export function* differences(
  expected: Json,
  actual: Json,
  strictness: Strictness,
  at: readonly PathSegment[] = [],
): Generator<Difference> {
  const path = formatPath(at)
  if (isArray(expected) && isArray(actual)) {
    if (expected.length !== actual.length) {
      yield { kind: 'length', path, expected: expected.length, actual: actual.length }
      return
    }
    for (const [index, item] of expected.entries()) {
      yield* differences(item, actual[index] ?? null, strictness, [...at, index])
    }
  } else if (isObject(expected) && isObject(actual)) {
    for (const [key, value] of Object.entries(expected)) {
      const here = [...at, key]
      if (Object.hasOwn(actual, key)) yield* differences(value, actual[key] ?? null, strictness, here)
      else yield { kind: 'missing', path: formatPath(here), expected: value }
    }
    if (strictness === 'subset') return
    for (const [key, value] of Object.entries(actual)) {
      if (!Object.hasOwn(expected, key)) yield { kind: 'extra', path: formatPath([...at, key]), actual: value }
    }
  } else if (!deepEqual(actual, expected)) {
    yield { kind: 'differs', path, expected, actual }
  }
}
