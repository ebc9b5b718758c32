/**
 * From what happened to a result. Pure: the same check and transcript always give the same result.
 *
 * The outcome of a check is the first of these that is true.
 * - `broke`: the app gave no (whole) answer, at the start, to a step, or after the last one. It comes before `failed`
 *   because a crash is what to mend first, and hides the steps behind it.
 * - `failed`: an answer was not as expected. It comes before `not-run` because nothing later can mend it: a check that
 *   failed and was then cut short has failed.
 * - `not-run`: the run stopped before the check was done.
 * - `passed`: every step was answered as expected.
 * @module
 */

import type { AppFailure } from '../http/http.ts'
import { AuthoringError } from './authoring-error.ts'
import type { Check, Step } from './check.ts'
import { checkHappened, failureOf, isSocketClosed } from './happened.ts'
import { judgeStep } from './judge-step.ts'
import type { CheckTranscript, Happened, Outcome, Result, StepResult } from './result.ts'
import { namesIn, type Values } from './template.ts'
import { validateCheck } from './validate.ts'

/**
 * Judges one check. Steps that were not performed, and those after a broken one, are `not-run`.
 * @throws {AuthoringError} when the check itself is wrong; the message names it
 * @throws {Error} when the transcript is not one that a run can make, which is Rendition's fault
 */
export const judgeCheck = (check: Check, transcript: CheckTranscript): Result => {
  validateCheck(check)
  try {
    return judge(check, transcript)
  } catch (cause) {
    if (!(cause instanceof AuthoringError)) throw cause
    throw new AuthoringError(`In the check "${check.id}": ${cause.message}`, { cause })
  }
}

const judge = (check: Check, transcript: CheckTranscript): Result => {
  const { startFailure, happened, values, source, endFailure, endLog, notRun } = transcript
  const performed = startFailure ? [] : happened
  const failures = performed.map((one, index) => {
    const step = check.steps[index]
    return step && one ? failureOf(step, one) : null
  })
  const broken = failures.findIndex(failure => failure !== null)
  const counted = broken === -1 ? performed : performed.slice(0, broken + 1)
  const steps: StepResult[] = []
  for (const [index, step] of check.steps.entries()) {
    const one = counted[index] ?? null
    if (one) checkHappened(step, one)
    steps.push(
      one ? judgeStep(step, one, { values, source }) : notPerformed(step, index < counted.length ? values : null),
    )
  }
  const failure = startFailure ?? failures[broken] ?? endFailure
  const outcome = outcomeOf(steps, failure, notRun !== null)
  if (outcome !== 'broke') checkSkipped(check, counted, steps, notRun !== null)
  return { check: check.id, outcome, steps, failure, notRun: outcome === 'not-run' ? notRun : null, log: endLog }
}

/** @param values null when the run did not come to this step */
const notPerformed = (step: Step, values: Values | null): StepResult => ({
  outcome: 'not-run',
  happened: null,
  observations: [],
  unsaved: values ? namesIn(step).filter(name => !Object.hasOwn(values, name)) : [],
  advice: [],
})

const outcomeOf = (steps: readonly StepResult[], failure: AppFailure | null, cutShort: boolean): Outcome => {
  if (failure) return 'broke'
  if (steps.some(step => step.outcome === 'failed')) return 'failed'
  return cutShort ? 'not-run' : 'passed'
}

/** A step is left out for a reason that the result shows, or the run was cut short; else a check could pass unseen. */
const checkSkipped = (
  check: Check,
  happened: readonly (Happened | null)[],
  steps: readonly StepResult[],
  cutShort: boolean,
): void => {
  for (const [index, { outcome, unsaved }] of steps.entries()) {
    const explained = index >= happened.length ? cutShort : unsaved.length > 0 || isSocketClosed(check, steps, index)
    if (outcome === 'not-run' && !explained) {
      throw new Error(
        `could not judge the check "${check.id}": because the run did not perform step ${index + 1} of ${steps.length} and does not say why; report this, it is a fault of Rendition`,
      )
    }
  }
  if (!cutShort && steps.some(step => step.outcome === 'not-run') && !steps.some(step => step.outcome === 'failed')) {
    throw new Error(
      `could not judge the check "${check.id}": because steps were left out though none failed; report this, it is a fault of Rendition`,
    )
  }
}
