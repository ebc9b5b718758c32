/**
 * The inside of a check: why it is asked for, its steps, and what ended it.
 * @module
 */

import type { Check } from '../../check/check.ts'
import { describeNotRun } from '../../check/describe.ts'
import type { Result } from '../../check/result.ts'
import { ConsoleLines } from '../parts/console-lines.tsx'
import { FailureText } from '../parts/failure-text.tsx'
import { StepView } from './step-view.tsx'

export function CheckDetails({ check, result }: { readonly check: Check; readonly result: Result | null }) {
  const inExchange = result?.steps.some(step => step.exchange?.failure != null) ?? false
  return (
    <>
      <p className="why">{check.why}</p>
      {result?.notRun == null ? null : <p className="not-run-reason">{describeNotRun(result.notRun)}</p>}
      {/* A failure that happened during a request is shown with that request. */}
      {result?.failure == null || inExchange ? null : <FailureText failure={result.failure} />}
      <ol className="steps" data-single={check.steps.length === 1 || undefined}>
        {check.steps.map((step, index) => (
          <StepView
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a check do not change, and requests repeat
            key={index}
            step={step}
            number={check.steps.length === 1 ? null : index + 1}
            stepResult={result?.steps[index] ?? null}
            result={result}
          />
        ))}
      </ol>
      {result === null || result.log.length === 0 ? null : (
        <div className="block">
          <h4 className="eyebrow">Console, after the last answer</h4>
          <ConsoleLines lines={result.log} />
        </div>
      )}
    </>
  )
}
