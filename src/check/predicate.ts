/**
 * Whether what was found is what was asked.
 *
 * A predicate speaks about a value, so it holds, does not hold, or does not apply: it does not apply to what is missing
 * or unreadable, nor to a value of another type (`contains` of a number). Only `holds` meets an expectation, and `not`
 * turns `holds` and `does not hold` round but leaves `does not apply` alone. `not equals "x"` is therefore not met by a
 * header that is not there: an answer that went wrong altogether must not pass for want of anything to compare.
 * `exists` and `absent` are about being there, and so apply to the missing too; to the unreadable they do not.
 * @module
 */

import { AuthoringError, unreachable } from './authoring-error.ts'
import type { Expectation, Json, Predicate, Subject } from './check.ts'
import { deepEqual, hasJsonType, isArray, isObject, isSubset } from './json.ts'
import type { Actual } from './result.ts'
import { characterCount } from './text.ts'

/** Null: the predicate does not apply. */
type Truth = boolean | null

/**
 * Whether an expectation is met by what its subject was.
 * @throws {AuthoringError} when a pattern is not a regular expression, or presence is asked of what is always there
 */
export const meets = (actual: Actual, { subject, predicate }: Expectation): boolean =>
  truthOf(actual, predicate, subject) === true

const truthOf = (actual: Actual, predicate: Predicate, subject: Subject): Truth => {
  if (predicate.kind === 'not') {
    const truth = truthOf(actual, predicate.predicate, subject)
    return truth === null ? null : !truth
  }
  if (predicate.kind === 'exists' || predicate.kind === 'absent') {
    if (subject.kind === 'status' || subject.kind === 'body') throw alwaysThere(subject.kind)
    return actual.kind === 'unreadable' ? null : (actual.kind === 'value') === (predicate.kind === 'exists')
  }
  if (predicate.kind === 'matches') {
    const pattern = compilePattern(predicate.pattern)
    return actual.kind === 'value' && typeof actual.value === 'string' ? pattern.test(actual.value) : null
  }
  return actual.kind === 'value' ? holds(actual.value, predicate, subject) : null
}

type ValuePredicate = Exclude<Predicate, { kind: 'not' | 'exists' | 'absent' | 'matches' }>

const holds = (value: Json, predicate: ValuePredicate, subject: Subject): Truth => {
  switch (predicate.kind) {
    case 'equals':
      return deepEqual(value, predicate.value)
    case 'one-of':
      return predicate.values.some(candidate => deepEqual(value, candidate))
    case 'contains':
      return typeof value === 'string' ? value.includes(predicate.text) : null
    case 'type':
      return hasJsonType(value, predicate.type)
    case 'length': {
      const length = lengthOf(value, subject)
      return length === null ? null : length === predicate.length
    }
    case 'subset':
      return isSubset(predicate.value, value)
    default:
      return unreachable(predicate)
  }
}

/**
 * Values of a header, characters (code points) of a text, items of an array, keys of an object; null for what has no
 * length.
 */
export const lengthOf = (value: Json, subject: Subject): number | null => {
  if (subject.kind === 'header') return isArray(value) ? value.length : 1
  if (isArray(value)) return value.length
  if (isObject(value)) return Object.keys(value).length
  return typeof value === 'string' ? characterCount(value) : null
}

const alwaysThere = (subject: 'status' | 'body'): AuthoringError =>
  new AuthoringError(
    `could not ask whether there is a ${subject}: because every answer has one${subject === 'body' ? ', if only an empty one' : ''}; ask what it equals`,
  )

const compilePattern = (pattern: string): RegExp => {
  try {
    return new RegExp(pattern, 'u')
  } catch (cause) {
    throw new AuthoringError(
      `could not use the pattern ${JSON.stringify(pattern)}: because it is not a regular expression with the u flag; correct it in the exercise's checks`,
      { cause },
    )
  }
}
