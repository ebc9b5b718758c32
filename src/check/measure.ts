/**
 * How large a value is, and what it is a list of.
 * @module
 */

import type { Json, Subject } from './expectation.ts'
import { isArray, isObject } from './json.ts'
import { characterCount } from './text.ts'

/** What a length counts depends on it; an item of a list is nothing but a value. */
export type Measured = Subject['kind'] | 'item'

/** A header that was sent once is a list of one; null for what is no list. */
export const itemsOf = (value: Json, measured: Measured): readonly Json[] | null => {
  if (isArray(value)) return value
  return measured === 'header' ? [value] : null
}

/**
 * Values of a header, bytes, characters (code points) of a text, items of an array, keys of an object; null for what has
 * no length.
 */
export const lengthOf = (value: Json, measured: Measured): number | null => {
  if (measured === 'header') return isArray(value) ? value.length : 1
  if (measured === 'bytes' && typeof value === 'string') return Math.floor((value.replace(/=+$/u, '').length * 3) / 4)
  if (isArray(value)) return value.length
  if (isObject(value)) return Object.keys(value).length
  return typeof value === 'string' ? characterCount(value) : null
}
