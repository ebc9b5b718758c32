/**
 * A step that stops the app, starts it again, or waits.
 * @module
 */

import { Hourglass, Play, Square } from 'lucide-react'
import type { StartStep, StopStep, WaitStep } from '../../check/check.ts'
import { describeHappened, describeStep, failureOf, linesOf, refusalOf } from '../../check/describe.ts'
import { FailureText } from '../parts/failure-text.tsx'
import { firstUpper } from '../parts/words.ts'
import { Expected, StepConsole, StepHead } from './step-parts.tsx'
import type { StepViewProps } from './step-view.tsx'

const ICONS = { stop: Square, start: Play, wait: Hourglass }

export function AppStep({ step, number, stepResult, values, unsent }: StepViewProps<StopStep | StartStep | WaitStep>) {
  const happened = stepResult?.happened?.kind === 'done' ? stepResult.happened : null
  const failure = happened && failureOf(step, happened)
  const Icon = ICONS[step.kind]
  return (
    <>
      <StepHead number={number}>
        <Icon aria-hidden size={14} />
        <span className="step-title">{firstUpper(describeStep(step, values))}</span>
        {happened && refusalOf(step, happened) ? (
          <span className="faint">{describeHappened(step, happened)}</span>
        ) : null}
      </StepHead>
      {unsent === null ? null : <p className="faint">{unsent}</p>}
      {failure === null ? null : <FailureText failure={failure} />}
      {step.kind === 'wait' ? null : (
        <Expected of={step} observations={stepResult?.observations ?? []} advice={stepResult?.advice ?? []} />
      )}
      <StepConsole lines={happened ? linesOf(step, happened) : []} />
    </>
  )
}
