/**
 * What an expectation was found to be: met or not, and what of the value is at fault where only judging can tell (which
 * item of a list, which place by a JSON Schema). The sentences are made from that, so that whoever shows them runs no
 * pattern and no schema of a stranger's.
 * @module
 */

import { type Demand, demandOf } from './demand.ts'
import type { Expectation, Json, Predicate } from './expectation.ts'
import { itemsOf, type Measured } from './measure.ts'
import { meets, truthOfItem } from './predicate.ts'
import type { Actual, Fault, Observation } from './result.ts'
import { firstBreach } from './schema-predicate.ts'

/**
 * @param expectation with values in the place of their names
 * @throws {AuthoringError} when it could never be met
 */
export const observationOf = (expectation: Expectation, actual: Actual): Observation => {
  if (meets(actual, expectation)) return { expectation, actual, met: true }
  const { subject, predicate } = expectation
  const fault = actual.kind === 'value' ? faultOf(actual.value, predicate, subject.kind) : null
  return { expectation, actual, met: false, ...(fault && { fault }) }
}

/** Null where the value and the predicate say it all. */
const faultOf = (value: Json, predicate: Predicate, measured: Measured): Fault | null => {
  const demand = demandOf(predicate)
  if (demand.predicate.kind === 'schema') return demand.negated ? null : firstBreach(value, demand.predicate.schema)
  const wanted = wantedOfEach(demand)
  if (wanted === null) return null
  const items = itemsOf(value, measured) ?? []
  const index = items.findIndex(item => truthOfItem(item, wanted) !== true)
  const item = items[index]
  return item === undefined ? null : { kind: 'item', index, inside: faultOf(item, wanted, 'item') }
}

/** Null when not every item has to be so. */
const wantedOfEach = ({ predicate, negated }: Demand): Predicate | null => {
  if (predicate.kind === 'every' && !negated) return predicate.predicate
  return predicate.kind === 'some' && negated ? { kind: 'not', predicate: predicate.predicate } : null
}
