/**
 * A step that stops the app, starts it again, or waits.
 * @module
 */

import { Hourglass, Play, Square } from 'lucide-react'
import type { StartStep, StopStep, WaitStep } from '../../check/check.ts'
import { describeStep } from '../../check/describe.ts'
import { FailureText } from '../parts/failure-text.tsx'
import { Headers } from '../parts/http-view.tsx'
import { firstUpper } from '../parts/words.ts'
import { Expected, StepConsole, StepHead } from './step-parts.tsx'
import type { StepViewProps } from './step-view.tsx'

const ICONS = { stop: Square, start: Play, wait: Hourglass }

export function AppStep({ step, number, stepResult, values, unsent }: StepViewProps<StopStep | StartStep | WaitStep>) {
  const happened = stepResult?.happened?.kind === 'done' ? stepResult.happened : null
  const Icon = ICONS[step.kind]
  return (
    <>
      <StepHead number={number}>
        <Icon aria-hidden size={14} />
        <span className="step-title">{firstUpper(describeStep(step, values))}</span>
      </StepHead>
      {step.kind === 'start' && step.env !== undefined ? <Headers headers={Object.entries(step.env)} /> : null}
      {unsent === null ? null : <p className="faint">{unsent}</p>}
      {happened?.failure == null ? null : <FailureText failure={happened.failure} />}
      {step.kind === 'wait' ? null : (
        <Expected of={step} observations={stepResult?.observations ?? []} advice={stepResult?.advice ?? []} />
      )}
      <StepConsole lines={happened?.log ?? []} />
    </>
  )
}
