/**
 * What every kind of step has: a head, what was expected, advice and the console.
 * @module
 */

import { Lightbulb } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Save } from '../../check/check.ts'
import type { Expectation } from '../../check/expectation.ts'
import type { Observation, StepResult } from '../../check/result.ts'
import type { LogLine } from '../../http/http.ts'
import { ConsoleLines } from '../parts/console-lines.tsx'
import { Observations, PlannedExpectations } from './observations.tsx'

/** @param number null when it is the only step */
export function StepHead({ number, children }: { readonly number: number | null; readonly children: ReactNode }) {
  return (
    <div className="step-head">
      {number === null ? null : <span className="step-number">{number}</span>}
      {children}
    </div>
  )
}

/** What a step, or one request of it, expects. */
interface Expecting {
  readonly expect: readonly Expectation[]
  readonly save?: Save
}

interface ExpectedProps {
  readonly of: Expecting
  /** Empty when there was no answer to look at. */
  readonly observations: readonly Observation[]
  /** What to tell of mistakes that were recognised. */
  readonly advice: StepResult['advice']
}

export function Expected({ of: { expect, save = {} }, observations, advice }: ExpectedProps) {
  const saved = Object.values(save).map((subject): Expectation => ({ subject, predicate: { kind: 'exists' } }))
  return (
    <>
      {observations.length > 0 ? (
        <Observations observations={observations} />
      ) : (
        <PlannedExpectations expectations={[...expect, ...saved]} />
      )}
      {advice.map(say => (
        <p key={say} className="advice">
          <Lightbulb aria-hidden size={14} />
          <span>{say}</span>
        </p>
      ))}
    </>
  )
}

export function StepConsole({ lines }: { readonly lines: readonly LogLine[] }) {
  if (lines.length === 0) return null
  return (
    <div className="block">
      <h4 className="eyebrow">Console</h4>
      <ConsoleLines lines={lines} />
    </div>
  )
}

/** Whether the status is one of the things that are not as expected. */
export const isStatusUnmet = (observations: readonly Observation[]): boolean =>
  observations.some(({ met, expectation }) => !met && expectation.subject.kind === 'status')
