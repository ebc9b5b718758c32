/**
 * Expectations in words.
 * @module
 */

import { statusText } from '../http/status.ts'
import { unreachable } from './authoring-error.ts'
import type { Expectation, Json, Predicate, Subject } from './check.ts'
import { typeText, valueText } from './describe-value.ts'
import { isArray, isObject } from './json.ts'
import { formatPath, parsePath } from './json-path.ts'
import { plural } from './text.ts'

/** A predicate without its `not`s. */
export interface Demand {
  readonly predicate: Exclude<Predicate, { kind: 'not' }>
  readonly negated: boolean
}

/** `not absent` is `exists` and the other way round, so neither is ever negated; a subset of a scalar is the scalar. */
export const demandOf = (predicate: Predicate): Demand => {
  if (predicate.kind === 'subset' && !isArray(predicate.value) && !isObject(predicate.value)) {
    return { predicate: { kind: 'equals', value: predicate.value }, negated: false }
  }
  if (predicate.kind !== 'not') return { predicate, negated: false }
  const { predicate: inner, negated } = demandOf(predicate.predicate)
  if (inner.kind === 'exists') return { predicate: { kind: 'absent' }, negated: false }
  if (inner.kind === 'absent') return { predicate: { kind: 'exists' }, negated: false }
  return { predicate: inner, negated: !negated }
}

/** A subject inside a line: `status`, `header X-Error`, `detail[0].loc`. */
export const subjectText = (subject: Subject): string => {
  switch (subject.kind) {
    case 'status':
      return 'status'
    case 'header':
      return `header ${subject.name}`
    case 'media-type':
      return 'media type'
    case 'body':
      return 'body'
    case 'json': {
      const path = formatPath(parsePath(subject.path))
      return path === '$' ? 'JSON body' : path
    }
    default:
      return unreachable(subject)
  }
}

/** A value of a subject: a status with its name, an empty text as `empty`, everything else as JSON. */
export const subjectValueText = (subject: Subject, value: Json): string => {
  if (subject.kind === 'status' && typeof value === 'number') return statusText(value)
  return value === '' && subject.kind !== 'json' ? 'empty' : valueText(value)
}

/** `200 OK`, `200 OK or 204 No Content`, `1, 2 or 3`. */
const alternatives = (values: readonly string[]): string => {
  const [last = 'one of no values', ...others] = values.toReversed()
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`
}

/** What a length counts. */
const lengthText = (subject: Subject, length: number): string => {
  if (subject.kind === 'header') return plural(length, 'value')
  return subject.kind === 'json' ? `length ${length}` : plural(length, 'character')
}

/**
 * What is demanded of a subject, as a verb phrase: `is 201 Created`, `does not contain "x"`; with `should` before it,
 * `be 201 Created`, `not contain "x"`.
 */
export const demandText = (expectation: Expectation, form: 'is' | 'should'): string => {
  const { predicate, negated } = demandOf(expectation.predicate)
  const { subject } = expectation
  const verb = (bare: string, finite: string, finiteNot: string): string => {
    if (form === 'is') return negated ? finiteNot : finite
    return negated ? `not ${bare}` : bare
  }
  const be = verb('be', 'is', 'is not')
  switch (predicate.kind) {
    case 'equals':
      return `${be} ${subjectValueText(subject, predicate.value)}`
    case 'one-of': {
      const values = predicate.values.map(value => subjectValueText(subject, value))
      return `${be} ${alternatives(values)}`
    }
    case 'contains':
      return `${verb('contain', 'contains', 'does not contain')} ${valueText(predicate.text)}`
    case 'matches':
      return `${verb('match', 'matches', 'does not match')} the pattern /${predicate.pattern}/`
    case 'type':
      return `${be} ${typeText(predicate.type)}`
    case 'length':
      return `${verb('have', 'has', 'does not have')} ${lengthText(subject, predicate.length)}`
    case 'subset':
      return `${verb('include', 'includes', 'does not include')} ${valueText(predicate.value)}`
    case 'exists':
      return `${be} there`
    case 'absent':
      return form === 'is' ? 'is not there' : 'not be there'
    default:
      return unreachable(predicate)
  }
}

/** One line: `status is 201 Created`, `header X-Error is "Item missing"`, `no header X-Error`. */
export const describeExpectation = (expectation: Expectation): string => {
  const subject = subjectText(expectation.subject)
  if (demandOf(expectation.predicate).predicate.kind === 'absent') return `no ${subject}`
  return `${subject} ${demandText(expectation, 'is')}`
}

/** What was expected, for a place beside what came: `201 Created`, `"Item missing"`, `contains "x"`, `nothing`. */
export const expectedText = (expectation: Expectation): string => {
  const { predicate } = demandOf(expectation.predicate)
  if (predicate.kind === 'absent') return 'nothing'
  if (predicate.kind === 'exists') return 'anything'
  return demandText(expectation, 'is').replace(/^is /u, '')
}
