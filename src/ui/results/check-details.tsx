/**
 * The inside of a check: why it is asked for, its values and steps, and what ended it.
 * @module
 */

import type { Check } from '../../check/check.ts'
import { describeNotRun, describeUnsent } from '../../check/describe.ts'
import type { Happened, Result } from '../../check/result.ts'
import type { RunResult } from '../../run/verdict.ts'
import { ConsoleLines } from '../parts/console-lines.tsx'
import { FailureText } from '../parts/failure-text.tsx'
import { StepView } from './step-view.tsx'
import { ValuesList } from './values-list.tsx'

interface Props {
  readonly check: Check
  readonly result: RunResult | null
}

const failed = (happened: Happened | null): boolean => {
  if (happened === null) return false
  if (happened.kind === 'exchange') return happened.exchange.failure !== null
  return happened.kind === 'parallel' ? happened.exchanges.some(one => one.failure !== null) : happened.failure !== null
}

/** Why each step was not performed; null for one that was, and where the run as a whole is to blame and it was said. */
const unsentTexts = (check: Check, result: Result): readonly (string | null)[] => {
  let said = result.notRun === null ? null : describeNotRun(result.notRun)
  return result.steps.map(({ outcome, happened, unsaved }, index) => {
    if (outcome !== 'not-run' || happened !== null) return null
    const text = describeUnsent(check, result, index)
    if (unsaved.length > 0) return text
    const news = text !== said
    said = text
    return news ? text : null
  })
}

export function CheckDetails({ check, result }: Props) {
  const inStep = result?.steps.some(({ happened }) => failed(happened)) ?? false
  const unsent = result === null ? [] : unsentTexts(check, result)
  return (
    <>
      <p className="why">{check.why}</p>
      {result?.notRun == null ? null : <p className="not-run-reason">{describeNotRun(result.notRun)}</p>}
      {/* A failure that happened during a step is shown with that step. */}
      {result?.failure == null || inStep ? null : <FailureText failure={result.failure} />}
      {result === null ? null : <ValuesList check={check} values={result.values} />}
      <ol className="steps" data-single={check.steps.length === 1 || undefined}>
        {check.steps.map((step, index) => (
          <StepView
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a check do not change, and requests repeat
            key={index}
            step={step}
            number={check.steps.length === 1 ? null : index + 1}
            stepResult={result?.steps[index] ?? null}
            values={result?.values ?? {}}
            unsent={unsent[index] ?? null}
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
