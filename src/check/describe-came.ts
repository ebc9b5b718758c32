/**
 * A value that is not as asked, in words: what stands after `but`.
 * @module
 */

import { type Demand, demandOf } from './demand.ts'
import { differenceNote } from './describe-difference.ts'
import { itemNoun } from './describe-expectation.ts'
import { describeBreach } from './describe-schema.ts'
import { flagOf, jsonPlace, partNoun, subjectValueText } from './describe-subject.ts'
import { sizeText, typeOfText, valueText } from './describe-value.ts'
import type { Json, Predicate, Subject } from './expectation.ts'
import { compareItems, isArray } from './json.ts'
import { itemsOf, lengthOf } from './measure.ts'
import type { Fault } from './result.ts'
import { plural } from './text.ts'

/** `it is 200 OK`, `it does: "abc"`, `it has 1 item: [3]`, `[0] is 3, a number and not a string`. */
export const describeCame = (subject: Subject, demand: Demand, value: Json, fault: Fault | null): string => {
  const { predicate, negated } = demand
  const several = subject.kind === 'header' && isArray(value) ? value.map(each => valueText(each)) : null
  if (predicate.kind === 'absent') return present(subject, value, several)
  if (several && predicate.kind !== 'some' && predicate.kind !== 'every') {
    return `it has ${plural(several.length, 'value')}: ${several.join(', ')}`
  }
  const shown = subjectValueText(subject, value)
  const items = itemsOf(value, subject.kind)
  switch (predicate.kind) {
    case 'length':
      return negated ? `it does: ${shown}` : cameLength(subject, value)
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'matches':
      if (typeof value !== 'string') return notOf(shown, value, 'a string')
      return negated ? `it does: ${shown}` : `it is ${shown}`
    case 'format':
      if (typeof value !== 'string') return notOf(shown, value, 'a string')
      return negated ? `it is: ${shown}` : `it is ${shown}`
    case 'compare':
      if (typeof predicate.value !== 'number')
        return `${valueText(predicate.value)} is no number to compare with: it is ${shown}`
      return typeof value === 'number' ? `it is ${shown}` : notOf(shown, value, 'a number')
    case 'type':
      if (negated) return `it is: ${shown}`
      return value === null ? 'it is null' : `it is ${typeOfText(value)}: ${shown}`
    case 'subset':
      return negated ? `it does: ${shown}` : `it is ${shown}${differenceNote([predicate.value], value)}`
    case 'equals': {
      const flag = flagOf(subject, predicate)
      if (flag) return flag.on !== negated ? 'it is not' : 'it is'
      return negated ? 'it is' : `it is ${shown}${differenceNote([predicate.value], value)}`
    }
    case 'one-of':
      return negated ? `it is ${shown}` : `it is ${shown}${differenceNote(predicate.values, value)}`
    case 'unordered':
      if (!items) return notOf(shown, value, 'an array')
      return negated ? `it is: ${shown}` : cameItems(items, predicate.values, shown)
    case 'some':
    case 'every':
      return items ? cameSome(subject, items, demand, fault, shown) : notOf(shown, value, 'an array')
    case 'schema':
      return negated
        ? `it does: ${shown}`
        : describeBreach(value, predicate.schema, jsonPlace(subject)?.segments ?? [], fault)
    case 'exists':
      return `it is ${shown}`
  }
}

const notOf = (shown: string, value: Json, wanted: string): string => {
  if (value === null) return `it is null and not ${wanted}`
  return `it is ${shown}, ${typeOfText(value)} and not ${wanted}`
}

const present = (subject: Subject, value: Json, several: readonly string[] | null): string => {
  if (subject.kind === 'cookie') return `it does: ${valueText(value)}`
  if (subject.kind !== 'header' && subject.kind !== 'media-type') return `it is: ${subjectValueText(subject, value)}`
  if (several) return `it has ${several.length}: ${several.join(', ')}`
  return value === '' ? 'it has an empty one' : `it has one: ${valueText(value)}`
}

const cameLength = (subject: Subject, value: Json): string => {
  const shown = subjectValueText(subject, value)
  const length = lengthOf(value, subject.kind)
  if (length === null) return value === null ? 'it is null' : `it is ${shown}, ${typeOfText(value)}`
  const noun = partNoun(subject)
  return length === 0 && shown === 'empty'
    ? 'it is empty'
    : `it has ${noun ? plural(length, noun) : sizeText(value)}: ${shown}`
}

/** At most this many of the items that are missing or too many are named. */
const NAMED = 3

const cameItems = (items: readonly Json[], wanted: readonly Json[], shown: string): string => {
  const { missing, extra } = compareItems(items, wanted)
  const list = (values: readonly Json[]): string => {
    const named = values.slice(0, NAMED).map(each => valueText(each))
    const more = values.length > NAMED ? [`${values.length - NAMED} more`] : []
    return [...named, ...more].join(', ').replace(/, (?=[^,]*$)/u, ' and ')
  }
  const verb = (values: readonly Json[]): string => (values.length === 1 ? 'is' : 'are')
  const lacks = missing.length > 0 ? [`${list(missing)} ${verb(missing)} missing`] : []
  const has = extra.length > 0 ? [`${list(extra)} ${verb(extra)} too many`] : []
  return `${[...lacks, ...has].join(', ')}: it is ${shown}`
}

/** Of `some` and `every`: the first item that decides it, else all of them. */
const cameSome = (
  subject: Subject,
  items: readonly Json[],
  { predicate, negated }: Demand,
  fault: Fault | null,
  shown: string,
): string => {
  if (predicate.kind !== 'some' && predicate.kind !== 'every') return `it is ${shown}`
  if (items.length === 0)
    return predicate.kind === 'every' ? 'it is empty, so there is nothing to look at' : 'it is empty'
  if (fault?.kind !== 'item') return `it is ${shown}`
  const wanted: Predicate = negated ? { kind: 'not', predicate: predicate.predicate } : predicate.predicate
  const item = items[fault.index] ?? null
  const came = describeCame({ kind: 'json', path: '$' }, demandOf(wanted), item, fault.inside)
  const place = `${itemNoun(subject)} [${fault.index}]`
  if (came === 'it is') return `${place} is ${valueText(item)}`
  return came.startsWith('it ') ? `${place} ${came.slice(3)}` : `in ${place}, ${came}`
}
