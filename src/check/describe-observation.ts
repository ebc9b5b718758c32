/**
 * What was expected and what came, as a sentence.
 * @module
 */

import type { Expectation, Json, Subject } from './check.ts'
import { describeDifference, differenceNote } from './describe-difference.ts'
import {
  type Demand,
  demandOf,
  demandText,
  describeExpectation,
  subjectText,
  subjectValueText,
} from './describe-expectation.ts'
import { sizeText, typeOfText, valueText } from './describe-value.ts'
import { isArray, isObject } from './json.ts'
import { parsePath } from './json-path.ts'
import { lengthOf } from './predicate.ts'
import type { Actual, Observation } from './result.ts'
import { plural } from './text.ts'

/**
 * One whole sentence: what was expected, what came, and where. A learner who reads nothing else knows what to change.
 */
export const describeObservation = (observation: Observation): string => {
  const { expectation, actual, met } = observation
  if (met) return `As expected: ${describeExpectation(expectation)}.`
  const where = place(expectation.subject)
  const inside = actual.kind === 'value' ? describeDifference(expectation, actual.value) : null
  if (inside !== null) return `${where} is not as expected: ${inside}.`
  return `${opening(observation)}, but ${came(observation)}.`
}

/** What came, for a place beside what was expected: `200 OK`, `"Item gone"`, `nothing`. */
export const actualText = ({ expectation, actual }: Observation): string => {
  switch (actual.kind) {
    case 'value':
      return subjectValueText(expectation.subject, actual.value)
    case 'missing':
      return 'nothing'
    case 'unreadable':
      return `not readable: ${actual.why}`
  }
}

/** A subject at the beginning of a sentence. */
const place = (subject: Subject): string => {
  const name = subjectText(subject)
  switch (subject.kind) {
    case 'header':
      return `Header ${subject.name}`
    case 'media-type':
      return `The ${name} (header Content-Type)`
    case 'json':
      return parsePath(subject.path).length === 0 ? `The ${name}` : `In the JSON body, ${name}`
    default:
      return `The ${name}`
  }
}

const opening = ({ expectation, actual }: Observation): string => {
  const { subject } = expectation
  const { kind } = demandOf(expectation.predicate).predicate
  if (subject.kind === 'header' || subject.kind === 'media-type') {
    const header = subject.kind === 'header' ? `header ${subject.name}` : 'Content-Type header'
    if (kind === 'exists') return `The answer should have a ${header}`
    if (kind === 'absent') return `The answer should have no ${header}`
  }
  return `${place(subject)} should ${mustExist(expectation, actual) ? 'be there and ' : ''}${demandText(expectation, 'should')}`
}

/** A missing value is not "not x": that a demand turned round asks for a value as well has to be said. */
const mustExist = ({ predicate }: Expectation, actual: Actual): boolean =>
  actual.kind === 'missing' && demandOf(predicate).negated

const came = ({ expectation, actual }: Observation): string => {
  switch (actual.kind) {
    case 'value':
      return cameAs(expectation.subject, demandOf(expectation.predicate), actual.value)
    case 'missing':
      return missing(expectation.subject, demandOf(expectation.predicate), actual)
    case 'unreadable':
      return actual.why
  }
}

const cameAs = (subject: Subject, { predicate, negated }: Demand, value: Json): string => {
  const shown = subjectValueText(subject, value)
  const several = subject.kind === 'header' && isArray(value) ? value.map(each => valueText(each)) : null
  if (predicate.kind === 'absent') {
    if (subject.kind === 'json') return `it is: ${shown}`
    if (several) return `it has ${several.length}: ${several.join(', ')}`
    return value === '' ? 'it has an empty one' : `it has one: ${shown}`
  }
  if (several) return `it has ${plural(several.length, 'value')}: ${several.join(', ')}`
  switch (predicate.kind) {
    case 'length':
      if (negated) return `it does: ${shown}`
      if (subject.kind === 'header') return `it has 1 value: ${shown}`
      return lengthOf(value, subject) === null
        ? `it is ${shown}, ${typeOfText(value)}`
        : `it has ${sizeText(value)}: ${shown}`
    case 'contains':
    case 'matches':
      if (typeof value !== 'string') return `it is ${shown}, ${typeOfText(value)} and not a string`
      return negated ? `it does: ${shown}` : `it is ${shown}`
    case 'type':
      if (negated) return `it is: ${shown}`
      return value === null ? 'it is null' : `it is ${typeOfText(value)}: ${shown}`
    case 'subset':
      return negated ? `it does: ${shown}` : `it is ${shown}${differenceNote([predicate.value], value)}`
    case 'equals':
      return negated ? 'it is' : `it is ${shown}${differenceNote([predicate.value], value)}`
    case 'one-of':
      return negated ? `it is ${shown}` : `it is ${shown}${differenceNote(predicate.values, value)}`
    case 'exists':
      return `it is ${shown}`
  }
}

const missing = (subject: Subject, { predicate }: Demand, actual: Extract<Actual, { kind: 'missing' }>): string => {
  if (subject.kind !== 'json' || !actual.nearest) {
    if (predicate.kind === 'exists') return 'it has none'
    return subject.kind === 'media-type' ? 'the answer has no Content-Type header' : 'the answer has no such header'
  }
  const { path, value } = actual.nearest
  const where = path === '$' ? 'the body' : path
  const next = parsePath(subject.path)[parsePath(path).length]
  if (typeof next === 'number') {
    if (!isArray(value)) return `${where} is ${valueText(value)}, ${typeOfText(value)} and not an array`
    return value.length === 0
      ? `${where} is an empty array`
      : `${where} has only ${sizeText(value)}: ${valueText(value)}`
  }
  if (!isObject(value)) return `${where} is ${valueText(value)}, ${typeOfText(value)} and not an object`
  return `there is no key ${JSON.stringify(next)}: ${where} is ${valueText(value)}`
}
