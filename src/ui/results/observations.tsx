/**
 * What was expected of an answer: what was met in one line each, what was not with both sides beside each other.
 * @module
 */

import { Check as CheckIcon, Dot, X } from 'lucide-react'
import { describeExpectation, describeObservation } from '../../check/describe.ts'
import type { Expectation } from '../../check/expectation.ts'
import type { Observation } from '../../check/result.ts'
import { fewMarks } from '../parts/few-marks.ts'
import { Comparison } from './comparison.tsx'

function Met({ observation }: { readonly observation: Observation }) {
  return (
    <li className="observation" data-met="true">
      <CheckIcon aria-hidden size={14} />
      <span>
        <span className="visually-hidden">As expected: </span>
        {describeExpectation(observation.expectation)}
      </span>
    </li>
  )
}

function Unmet({ observation }: { readonly observation: Observation }) {
  return (
    <li className="observation" data-met="false">
      <X aria-hidden size={14} />
      <div>
        <p>{fewMarks(describeObservation(observation))}</p>
        <Comparison observation={observation} />
      </div>
    </li>
  )
}

/** Unmet ones first: they are what the person came for. */
export function Observations({ observations }: { readonly observations: readonly Observation[] }) {
  const sorted = [...observations].sort((one, other) => Number(one.met) - Number(other.met))
  return (
    <ul className="observations">
      {sorted.map((observation, index) => {
        const View = observation.met ? Met : Unmet
        // biome-ignore lint/suspicious/noArrayIndexKey: what is saved may be expected as well, in the same words
        return <View key={index} observation={observation} />
      })}
    </ul>
  )
}

/** What will be looked at once there is an answer. */
export function PlannedExpectations({ expectations }: { readonly expectations: readonly Expectation[] }) {
  if (expectations.length === 0) return null
  return (
    <ul className="observations">
      {expectations.map((expectation, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={index} className="observation">
          <Dot aria-hidden size={14} />
          <span>{describeExpectation(expectation)}</span>
        </li>
      ))}
    </ul>
  )
}
