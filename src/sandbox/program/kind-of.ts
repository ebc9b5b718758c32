/**
 * What a program handed over in the place of an answer, in words.
 * @module
 */

import { describeError } from './stack.ts'

/** What a learner would call it: `undefined`, `a string`, `an object with the keys name, id`, or an error's own words. */
export const kindOf = (value: unknown): string => {
  if (value === undefined || value === null) return String(value)
  if (value instanceof Error) return describeError(value)
  if (Array.isArray(value)) return 'an array'
  if (typeof value !== 'object') return `a ${typeof value}`
  const keys = Object.keys(value).slice(0, 5).join(', ')
  return keys === '' ? 'an object' : `an object with the keys ${keys}`
}
