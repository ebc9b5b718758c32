/**
 * What a predicate comes down to.
 * @module
 */

import type { Predicate } from './expectation.ts'
import { isArray, isObject } from './json.ts'

/** A predicate without its `not`s. */
export interface Demand {
  readonly predicate: Exclude<Predicate, { kind: 'not' }>
  readonly negated: boolean
}

/**
 * `not absent` is `exists` and the other way round, so neither is ever negated; a subset of a scalar is the scalar; not
 * every item is so when one is not.
 */
export const demandOf = (predicate: Predicate): Demand => {
  if (predicate.kind === 'subset' && !isArray(predicate.value) && !isObject(predicate.value)) {
    return { predicate: { kind: 'equals', value: predicate.value }, negated: false }
  }
  if (predicate.kind !== 'not') return { predicate, negated: false }
  const { predicate: inner, negated } = demandOf(predicate.predicate)
  if (inner.kind === 'exists') return { predicate: { kind: 'absent' }, negated: false }
  if (inner.kind === 'absent') return { predicate: { kind: 'exists' }, negated: false }
  if (inner.kind === 'every' && !negated) {
    return { predicate: { kind: 'some', predicate: { kind: 'not', predicate: inner.predicate } }, negated: false }
  }
  return { predicate: inner, negated: !negated }
}
