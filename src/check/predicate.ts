/**
 * Whether what was found is what was asked.
 *
 * A predicate speaks about a value, so it holds, does not hold, or does not apply: it does not apply to what is missing
 * or unreadable, nor to a value of another type (`contains` of a number). Only `holds` meets an expectation, and `not`
 * turns `holds` and `does not hold` round but leaves `does not apply` alone. `not equals "x"` is therefore not met by a
 * header that is not there: an answer that went wrong altogether must not pass for want of anything to compare.
 * `exists` and `absent` are about being there, and so apply to the missing too; to the unreadable they do not.
 * `some` holds when it does of one item, `every` when it does of all: an item that decides nothing because the predicate
 * does not apply to it leaves the whole undecided, unless another item decides it. For the same want of anything to
 * compare, `every` does not apply to an empty array; `some` does not hold of one.
 * @module
 */

import type { Expectation, Json, Predicate } from './expectation.ts'
import { hasFormat } from './format.ts'
import { deepEqual, hasJsonType, isSubset, sameItems } from './json.ts'
import { itemsOf, lengthOf, type Measured } from './measure.ts'
import { compilePattern } from './pattern.ts'
import type { Actual } from './result.ts'
import { conforms } from './schema-predicate.ts'
import { checkAskable } from './shape.ts'

/** Null: the predicate does not apply. */
type Truth = boolean | null

/**
 * Whether an expectation is met by what its subject was.
 * @throws {AuthoringError} when a pattern is not a regular expression, or the predicate can never apply to the subject
 */
export const meets = (actual: Actual, { subject, predicate }: Expectation): boolean => {
  checkAskable(subject, predicate)
  return truthOf(actual, predicate, subject.kind) === true
}

const truthOf = (actual: Actual, predicate: Predicate, measured: Measured): Truth => {
  if (predicate.kind === 'not') return opposite(truthOf(actual, predicate.predicate, measured))
  if (predicate.kind === 'exists' || predicate.kind === 'absent') {
    return actual.kind === 'unreadable' ? null : (actual.kind === 'value') === (predicate.kind === 'exists')
  }
  if (predicate.kind === 'matches') compilePattern(predicate.pattern)
  return actual.kind === 'value' ? holds(actual.value, predicate, measured) : null
}

const opposite = (truth: Truth): Truth => (truth === null ? null : !truth)

type ValuePredicate = Exclude<Predicate, { kind: 'not' | 'exists' | 'absent' }>

const holds = (value: Json, predicate: ValuePredicate, measured: Measured): Truth => {
  switch (predicate.kind) {
    case 'equals':
      return deepEqual(value, predicate.value)
    case 'one-of':
      return predicate.values.some(candidate => deepEqual(value, candidate))
    case 'contains':
      return ofText(value, text => text.includes(predicate.text))
    case 'starts-with':
      return ofText(value, text => text.startsWith(predicate.text))
    case 'ends-with':
      return ofText(value, text => text.endsWith(predicate.text))
    case 'matches':
      return ofText(value, text => compilePattern(predicate.pattern).test(text))
    case 'format':
      return ofText(value, text => hasFormat(text, predicate.format))
    case 'type':
      return hasJsonType(value, predicate.type)
    case 'compare':
      return compare(value, predicate)
    case 'length': {
      const length = lengthOf(value, measured)
      return length === null ? null : hasLength(length, predicate)
    }
    case 'subset':
      return isSubset(predicate.value, value)
    case 'unordered':
      return ofItems(value, measured, items => sameItems(items, predicate.values))
    case 'some':
      return ofItems(value, measured, items => someItem(items, predicate.predicate))
    case 'every':
      return ofItems(value, measured, items => (items.length > 0 ? everyItem(items, predicate.predicate) : null))
    case 'schema':
      return conforms(value, predicate.schema)
  }
}

const ofText = (value: Json, test: (text: string) => boolean): Truth => (typeof value === 'string' ? test(value) : null)

const ofItems = (value: Json, measured: Measured, test: (items: readonly Json[]) => Truth): Truth => {
  const items = itemsOf(value, measured)
  return items && test(items)
}

const compare = (value: Json, { operator, value: bound }: Extract<Predicate, { kind: 'compare' }>): Truth => {
  if (typeof value !== 'number' || typeof bound !== 'number') return null
  switch (operator) {
    case '<':
      return value < bound
    case '<=':
      return value <= bound
    case '>':
      return value > bound
    case '>=':
      return value >= bound
  }
}

const hasLength = (actual: number, { length, bound = 'exactly' }: Extract<Predicate, { kind: 'length' }>): boolean => {
  if (bound === 'exactly') return actual === length
  return bound === 'at-least' ? actual >= length : actual <= length
}

/** What the predicate is of one item; an item is always there. */
export const truthOfItem = (item: Json, predicate: Predicate): Truth =>
  truthOf({ kind: 'value', value: item }, predicate, 'item')

const someItem = (items: readonly Json[], predicate: Predicate): Truth => {
  let truth: Truth = false
  for (const item of items) {
    const one = truthOfItem(item, predicate)
    if (one === true) return true
    if (one === null) truth = null
  }
  return truth
}

const everyItem = (items: readonly Json[], predicate: Predicate): Truth =>
  opposite(someItem(items, { kind: 'not', predicate }))
