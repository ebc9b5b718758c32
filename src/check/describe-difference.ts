/**
 * The words for where and how two JSON values differ.
 * @module
 */

import { jsonPlace } from './describe-subject.ts'
import { typeOfText, valueText } from './describe-value.ts'
import { type Difference, differences } from './difference.ts'
import type { Expectation, Json } from './expectation.ts'
import { isArray, isObject } from './json.ts'
import { formatPath } from './json-path.ts'
import { plural, thousands } from './text.ts'

/** Two values no longer than this (in UTF-16 units) are told apart at a glance, and are better shown whole. */
const GLANCE = 60

/**
 * The first place where an array or object is not as asked, for values that are too long or too much alike to be told
 * apart at a glance; null where showing both is clearer, or nothing was compared place by place.
 */
export const describeDifference = ({ subject, predicate }: Expectation, actual: Json): string | null => {
  if (predicate.kind !== 'equals' && predicate.kind !== 'subset') return null
  const expected = predicate.value
  if (!(isArray(expected) && isArray(actual)) && !(isObject(expected) && isObject(actual))) return null
  const at = jsonPlace(subject)?.segments ?? []
  const found = differences(expected, actual, predicate.kind === 'subset' ? 'subset' : 'exact', at)
  const first = found.next()
  if (first.done) return null
  const glance = valueText(expected).length <= GLANCE && valueText(actual).length <= GLANCE
  if (glance && !(first.value.kind === 'differs' && noteOf(first.value.expected, first.value.actual) !== ''))
    return null
  return `${differenceText(first.value, formatPath(at))}${found.next().done ? '' : '; more places differ'}`
}

const differenceText = (difference: Difference, root: string): string => {
  const name = difference.path === root ? 'it' : difference.path
  switch (difference.kind) {
    case 'differs': {
      const { expected, actual } = difference
      return `${name} should be ${valueText(expected)}, but it is ${valueText(actual)}${noteOf(expected, actual)}`
    }
    case 'missing':
      return `${name} is missing, it should be ${valueText(difference.expected)}`
    case 'extra':
      return `${name} should not be there, it is ${valueText(difference.actual)}`
    case 'length':
      return `${name} should have ${plural(difference.expected, 'item')}, but it has ${thousands(difference.actual)}`
  }
}

/** What hides a difference from the eye, for the first wanted value that looks like the one that came; else nothing. */
export const differenceNote = (wanted: readonly Json[], actual: Json): string =>
  wanted.map(each => noteOf(each, actual)).find(note => note !== '') ?? ''

const noteOf = (expected: Json, actual: Json): string => {
  const wanted = String(expected)
  const got = String(actual)
  if (typeof expected === 'object' && expected !== null) return ''
  if (typeof actual === 'object' && actual !== null) return ''
  if (typeof expected !== typeof actual || expected === null || actual === null) {
    return wanted === got ? `, ${typeOfText(actual)} and not ${typeOfText(expected)}` : ''
  }
  if (wanted === got) return ''
  if (withoutSpace(wanted) === withoutSpace(got)) return ', where only spaces or line breaks differ'
  return wanted.toLowerCase() === got.toLowerCase() ? ', where only upper and lower case differ' : ''
}

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '')
