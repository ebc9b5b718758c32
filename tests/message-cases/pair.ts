/**
 * What the table of subjects and predicates is made of.
 * @module
 */

import type { Expectation, Predicate, Subject } from '../../src/check/expectation.ts'
import type { Seen } from '../../src/check/subject.ts'

/** Whether a predicate holds of what was seen, does not, or says nothing about it. */
export type Truth = 'holds' | 'fails' | 'does not apply'

export interface PairCase {
  readonly expectation: Expectation
  readonly seen: Seen
  readonly truth: Truth
}

interface Seens {
  readonly holds: readonly Seen[]
  readonly fails: readonly Seen[]
  /** Of another type, missing or unreadable. */
  readonly without: readonly Seen[]
}

/** One predicate asked of all that was seen. */
export const pair = (subject: Subject, predicate: Predicate, { holds, fails, without }: Seens): PairCase[] => {
  const cases = (truth: Truth, list: readonly Seen[]): PairCase[] =>
    list.map(seen => ({ expectation: { subject, predicate }, seen, truth }))
  return [...cases('holds', holds), ...cases('fails', fails), ...cases('does not apply', without)]
}

/** A demand that is turned round: what holds of it fails then. */
export const turned = (subject: Subject, predicate: Predicate, { holds, fails, without }: Seens): PairCase[] =>
  pair(subject, { kind: 'not', predicate }, { holds: fails, fails: holds, without })
