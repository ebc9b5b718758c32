/**
 * What there is to say of a result, step by step, as sentences. Both the text and the JSON of a report are made of them.
 * @module
 */

import type { Check, Step } from '../../check/check.ts'
import {
  describeFailure,
  describeNotRun,
  describeObservation,
  describeRequest,
  describeStep,
  describeUnsent,
  observationPlaces,
} from '../../check/describe.ts'
import { failureOf, linesOf } from '../../check/happened.ts'
import type { Happened, Result, StepResult } from '../../check/result.ts'
import type { LogLine } from '../../http/http.ts'
import type { RunResult } from '../../run/verdict.ts'

export interface SaidOfStep {
  /** What was done: `POST /items?name=Lamp`. */
  readonly title: string
  readonly outcome: Result['outcome']
  /** Expectations that were not met, or why there was no answer. */
  readonly sentences: readonly string[]
  /** What to do about mistakes that were recognised. */
  readonly advice: readonly string[]
  readonly log: readonly LogLine[]
}

export interface SaidOfCheck {
  readonly title: string
  /** What is not about a single step: why the app did not start, crashed at the end, or was not asked. */
  readonly sentences: readonly string[]
  readonly steps: readonly SaidOfStep[]
  /** Console lines after the last answer. */
  readonly log: readonly LogLine[]
}

/**
 * @param result of this check
 * @param values what it was performed with, as far as that is known
 */
export const sayCheck = (check: Check, result: Result, values: RunResult['values'] = {}): SaidOfCheck => {
  const { notRun, failure, log } = result
  const failedInStep = result.steps.some(({ happened }, index) => {
    const step = check.steps[index]
    return step !== undefined && happened !== null && failureOf(step, happened) !== null
  })
  return {
    title: check.title,
    sentences: [
      ...(notRun ? [describeNotRun(notRun)] : []),
      ...(failure && !failedInStep ? [describeFailure(failure)] : []),
    ],
    steps: result.steps.flatMap((told, index) => {
      const step = check.steps[index]
      // Of a check that was not run at all, the reason is said once.
      const unsent = told.happened === null && !notRun ? [describeUnsent(check, result, index)] : []
      return step ? [sayStep(step, told, { unsent, values })] : []
    }),
    log,
  }
}

interface Around {
  /** Why the step was not performed. */
  readonly unsent: readonly string[]
  readonly values: RunResult['values']
}

const sayStep = (step: Step, told: StepResult, { unsent, values }: Around): SaidOfStep => {
  const { happened, outcome, observations, advice } = told
  const failure = happened && failureOf(step, happened)
  const places = observationPlaces(step, told)
  const unmet = observations.flatMap((observation, index) => {
    if (observation.met) return []
    const place = places[index] ?? ''
    return [`${place === '' ? '' : `${place}: `}${describeObservation(observation)}`]
  })
  return {
    title: titleOf(step, happened, values),
    outcome,
    sentences: [...(failure ? [describeFailure(failure)] : []), ...unmet, ...unsent],
    advice,
    log: happened ? linesOf(step, happened) : [],
  }
}

/** A request as it was sent, with the values in it. */
const titleOf = (step: Step, happened: Happened | null, values: RunResult['values']): string =>
  step.kind === 'send' && happened?.kind === 'exchange'
    ? describeRequest(happened.exchange.request)
    : describeStep(step, values)
