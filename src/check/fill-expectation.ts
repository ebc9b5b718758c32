/**
 * What a step expects, with values in the place of their names.
 * @module
 */

import type { Expectation, Json, Predicate } from './expectation.ts'
import { fillJson, fillPattern, fillText, textOf, type Values } from './fill.ts'
import { namesInJson } from './names.ts'

/**
 * An expectation with values in its predicate. Where there is nothing to fill in it is returned as it is, not copied.
 * @throws {AuthoringError} when a name has no value
 */
export const fillExpectation = (expectation: Expectation, values: Values): Expectation => {
  const predicate = fillPredicate(expectation.predicate, values)
  return predicate === expectation.predicate ? expectation : { subject: expectation.subject, predicate }
}

const fillPredicate = (predicate: Predicate, values: Values): Predicate => {
  if (namesInPredicate(predicate).length === 0) return predicate
  switch (predicate.kind) {
    case 'equals':
    case 'subset':
      return { ...predicate, value: fillJson(predicate.value, values) }
    case 'compare':
      return { ...predicate, value: comparable(fillJson(predicate.value, values)) }
    case 'one-of':
    case 'unordered':
      return { ...predicate, values: predicate.values.map(value => fillJson(value, values)) }
    case 'contains':
    case 'starts-with':
    case 'ends-with':
      return { ...predicate, text: fillText(predicate.text, values) }
    case 'matches':
      return { ...predicate, pattern: fillPattern(predicate.pattern, values) }
    case 'schema':
      return { ...predicate, schema: fillJson(predicate.schema, values) }
    case 'some':
    case 'every':
    case 'not':
      return { ...predicate, predicate: fillPredicate(predicate.predicate, values) }
    default:
      return predicate
  }
}

const comparable = (value: Json): number | string => (typeof value === 'number' ? value : textOf(value))

/** Names of values that an expectation uses. */
export const namesInPredicate = (predicate: Predicate): readonly string[] => namesInJson({ ...predicate })
