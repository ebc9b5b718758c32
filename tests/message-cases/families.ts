/**
 * The predicates of subjects that are alike: texts, lists, numbers, and places in JSON.
 * @module
 */

import type { Format, Json, Predicate, Subject } from '../../src/check/expectation.ts'
import type { Seen } from '../../src/check/subject.ts'
import { type PairCase, pair, turned } from './pair.ts'

/** A value, and a step that saw it. */
export interface Sample<Value extends Json> {
  readonly value: Value
  readonly seen: Seen
}

interface Family<Value extends Json> {
  readonly subject: Subject
  readonly sample: Sample<Value>
  readonly other: Sample<Value>
  /** Missing, unreadable, or of another type than all others. */
  readonly without: readonly Seen[]
}

/** What any value can be asked. */
const anyCases = (
  { subject, sample, other, without }: Family<Json>,
  type: 'string' | 'number' | 'array' | 'boolean',
) => {
  const ask = (predicate: Predicate) => pair(subject, predicate, { holds: [sample.seen], fails: [other.seen], without })
  return [
    ...ask({ kind: 'equals', value: sample.value }),
    ...ask({ kind: 'one-of', values: [sample.value, type === 'number' ? 99 : 'another'] }),
    ...ask({ kind: 'subset', value: sample.value }),
    ...ask({ kind: 'schema', schema: { const: sample.value } }),
    ...pair(subject, { kind: 'type', type }, { holds: [sample.seen], fails: [], without }),
    ...pair(subject, { kind: 'type', type: 'object' }, { holds: [], fails: [sample.seen], without: [] }),
    ...turned(subject, { kind: 'equals', value: sample.value }, { holds: [sample.seen], fails: [other.seen], without }),
  ]
}

/** Two texts of which neither is in the other, and a format that the first has. */
export const textCases = (
  family: Family<string> & {
    readonly format: Sample<string> & { readonly name: Format }
    readonly length?: number | null
  },
) => {
  const { subject, sample, other, without, format, length = [...sample.value].length } = family
  const { value } = sample
  const ask = (predicate: Predicate) => pair(subject, predicate, { holds: [sample.seen], fails: [other.seen], without })
  return [
    ...anyCases(family, 'string'),
    ...ask({ kind: 'contains', text: value.slice(1, -1) }),
    ...ask({ kind: 'starts-with', text: value.slice(0, -1) }),
    ...ask({ kind: 'ends-with', text: value.slice(1) }),
    ...ask({ kind: 'matches', pattern: `^${value.replaceAll(/[^\w\s"]/gu, '.')}$` }),
    ...pair(subject, { kind: 'format', format: format.name }, { holds: [format.seen], fails: [], without }),
    ...pair(subject, { kind: 'format', format: 'email' }, { holds: [], fails: [sample.seen], without: [] }),
    ...(length === null ? [] : ask({ kind: 'length', length })),
    ...pair(
      subject,
      { kind: 'length', length: 999, bound: 'at-least' },
      { holds: [], fails: [sample.seen], without: [] },
    ),
    ...turned(
      subject,
      { kind: 'contains', text: value.slice(1, -1) },
      { holds: [sample.seen], fails: [], without: [] },
    ),
  ]
}

/** Two lists of unlike length, the first of two items or more; `item` is one that only the first has. */
export const listCases = (
  family: Family<readonly Json[]> & { readonly item: Json; readonly empty: readonly Seen[] },
): PairCase[] => {
  const { subject, sample, other, without, item, empty } = family
  const seens = { holds: [sample.seen], fails: [other.seen, ...empty], without }
  const ask = (predicate: Predicate) => pair(subject, predicate, seens)
  const bound = (bound: 'at-least' | 'at-most', length: number) =>
    pair(subject, { kind: 'length', length, bound }, { holds: [], fails: [sample.seen], without: [] })
  const isItem: Predicate = { kind: 'equals', value: item }
  const isNotItem: Predicate = { kind: 'not', predicate: isItem }
  return [
    ...anyCases(family, 'array'),
    ...ask({ kind: 'length', length: sample.value.length }),
    ...ask({ kind: 'unordered', values: sample.value.toReversed() }),
    ...ask({ kind: 'some', predicate: isItem }),
    ...turned(subject, { kind: 'some', predicate: isItem }, { holds: [sample.seen], fails: [], without: [] }),
    ...pair(
      subject,
      { kind: 'every', predicate: isNotItem },
      { holds: [other.seen], fails: [sample.seen], without: [...without, ...empty] },
    ),
    ...turned(subject, { kind: 'every', predicate: isNotItem }, { holds: [other.seen], fails: [], without: [] }),
    ...bound('at-least', sample.value.length + 1),
    ...bound('at-most', sample.value.length - 1),
  ]
}

/** Two numbers, the first smaller. */
export const numberCases = (family: Family<number>): PairCase[] => {
  const { subject, sample, other, without } = family
  const ask = (operator: '<' | '<=' | '>' | '>=', value: number) =>
    pair(subject, { kind: 'compare', operator, value }, { holds: [sample.seen], fails: [other.seen], without })
  return [
    ...anyCases(family, 'number'),
    ...ask('<', other.value),
    ...ask('<=', sample.value),
    ...pair(
      subject,
      { kind: 'compare', operator: '>', value: sample.value },
      { holds: [other.seen], fails: [sample.seen], without: [] },
    ),
    ...pair(
      subject,
      { kind: 'compare', operator: '>=', value: other.value },
      { holds: [other.seen], fails: [sample.seen], without: [] },
    ),
    // A value that a step saved turned out to be no number.
    ...pair(
      subject,
      { kind: 'compare', operator: '<', value: 'seven' },
      { holds: [], fails: [], without: [sample.seen] },
    ),
  ]
}

export const flagCases = (family: Family<boolean>): PairCase[] => anyCases(family, 'boolean')

/** Everything that may be missing: `unreadable` where it may be there and nobody can tell. */
export const presenceCases = (
  subject: Subject,
  there: Seen,
  missing: Seen,
  unreadable: readonly Seen[],
): PairCase[] => [
  ...pair(subject, { kind: 'exists' }, { holds: [there], fails: [missing], without: unreadable }),
  ...pair(subject, { kind: 'absent' }, { holds: [missing], fails: [there], without: unreadable }),
  ...turned(subject, { kind: 'exists' }, { holds: [there], fails: [], without: [] }),
]
