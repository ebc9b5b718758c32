/**
 * What was expected and what came, as a sentence.
 * @module
 */

import { demandOf } from './demand.ts'
import { describeCame } from './describe-came.ts'
import { describeDifference } from './describe-difference.ts'
import { demandText, describeExpectation } from './describe-expectation.ts'
import { describeMissing } from './describe-missing.ts'
import { describeBreach } from './describe-schema.ts'
import { attributeName, flagOf, jsonPlace, subjectPlace, subjectValueText } from './describe-subject.ts'
import type { Expectation, Subject } from './expectation.ts'
import type { Actual, Observation } from './result.ts'

/**
 * One whole sentence: what was expected, what came, and where. A learner who reads nothing else knows what to change.
 */
export const describeObservation = (observation: Observation): string => {
  const { expectation, actual, met, fault } = observation
  if (met) return `As expected: ${describeExpectation(expectation)}.`
  const { predicate, negated } = demandOf(expectation.predicate)
  const inside = actual.kind === 'value' ? describeDifference(expectation, actual.value) : null
  if (inside !== null) return `${subjectPlace(expectation.subject)} is not as expected: ${inside}.`
  if (actual.kind === 'value' && predicate.kind === 'schema' && !negated) {
    const at = jsonPlace(expectation.subject)?.segments ?? []
    return `${subjectPlace(expectation.subject)} does not match the JSON Schema: ${describeBreach(actual.value, predicate.schema, at, fault ?? null)}.`
  }
  return `${opening(observation)}, but ${came(observation)}.`
}

/** What came, for a place beside what was expected: `200 OK`, `"Item gone"`, `not sent bit by bit`, `nothing`. */
export const actualText = ({ expectation, actual }: Observation): string => {
  switch (actual.kind) {
    case 'value': {
      const flag = flagOf(expectation.subject, demandOf(expectation.predicate).predicate)
      if (flag) return actual.value === true ? flag.adjective : `not ${flag.adjective}`
      return subjectValueText(expectation.subject, actual.value)
    }
    case 'missing':
      return 'nothing'
    case 'unreadable':
      return `not readable: ${actual.why}`
  }
}

const opening = ({ expectation, actual }: Observation): string => {
  const { subject } = expectation
  const { predicate } = demandOf(expectation.predicate)
  const { kind } = predicate
  if (kind === 'exists' || kind === 'absent') {
    const no = kind === 'exists' ? '' : 'no '
    if (subject.kind === 'header') return `The answer should have ${no || 'a '}header ${subject.name}`
    if (subject.kind === 'media-type') return `The answer should have ${no || 'a '}Content-Type header`
    if (subject.kind === 'cookie') return cookieOpening(subject, kind)
  }
  const flag = flagOf(subject, predicate)
  const place = flag ? `The ${flag.thing}` : subjectPlace(subject)
  return `${place} should ${mustExist(expectation, actual) ? 'be there and ' : ''}${demandText(expectation, 'should')}`
}

const cookieOpening = (
  { name, attribute = 'value' }: Extract<Subject, { kind: 'cookie' }>,
  kind: 'exists' | 'absent',
): string => {
  const not = kind === 'exists' ? '' : 'not '
  if (attribute === 'value') return `The answer should ${not}set cookie ${name}`
  return `Cookie ${name} should ${not}have the attribute ${attributeName(attribute)}`
}

/** A missing value is not "not x": that a demand turned round asks for a value as well has to be said. */
const mustExist = ({ predicate }: Expectation, actual: Actual): boolean =>
  actual.kind === 'missing' && demandOf(predicate).negated

const came = ({ expectation: { subject, predicate }, actual, fault }: Observation): string => {
  switch (actual.kind) {
    case 'value':
      return describeCame(subject, demandOf(predicate), actual.value, fault ?? null)
    case 'missing': {
      if (demandOf(predicate).predicate.kind !== 'exists') return describeMissing(subject, actual)
      if (subject.kind === 'cookie' && !actual.nearest) return 'it does not'
      const isHeader = subject.kind === 'header' || subject.kind === 'media-type'
      return isHeader ? 'it has none' : describeMissing(subject, actual)
    }
    case 'unreadable':
      return actual.why
  }
}
