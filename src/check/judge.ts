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

import type { AppFailure, Exchange } from '../http/http.ts'
import { AuthoringError } from './authoring-error.ts'
import type { Check, Expectation, Step } from './check.ts'
import { platformAdvice } from './platform-advice.ts'
import { meets } from './predicate.ts'
import type { CheckTranscript, Observation, Outcome, Result, StepResult } from './result.ts'
import { read } from './subject.ts'

/**
 * Judges one check. Steps that were not sent, and those after a broken one, are `not-run`.
 * @throws {AuthoringError} when the check itself is wrong; the message names it
 * @throws {Error} when the transcript is not one that a run can make, which is Rendition's fault
 */
export const judgeCheck = (check: Check, transcript: CheckTranscript): Result => {
  try {
    return judge(check, transcript)
  } catch (cause) {
    if (!(cause instanceof AuthoringError)) throw cause
    throw new AuthoringError(`In the check "${check.id}": ${cause.message}`, { cause })
  }
}

const judge = (check: Check, { startFailure, exchanges, endFailure, endLog, notRun }: CheckTranscript): Result => {
  if (check.steps.length === 0) {
    throw new AuthoringError('could not judge it: because it has no steps; give it at least one')
  }
  const answered = startFailure ? [] : exchanges
  const broken = answered.findIndex(exchange => exchange.failure !== null)
  const counted = broken === -1 ? answered : answered.slice(0, broken + 1)
  const steps = check.steps.map((step, index) => judgeStep(step, counted[index] ?? null))
  const failure = startFailure ?? counted[broken]?.failure ?? endFailure
  const outcome = outcomeOf(steps, failure, notRun !== null)
  if (outcome === 'passed' && steps.some(step => step.outcome !== 'passed')) {
    throw new Error(
      `could not judge the check "${check.id}": because the run sent ${exchanges.length} of its ${steps.length} requests and does not say why; report this, it is a fault of Rendition`,
    )
  }
  return { check: check.id, outcome, steps, failure, notRun: outcome === 'not-run' ? notRun : null, log: endLog }
}

const outcomeOf = (steps: readonly StepResult[], failure: AppFailure | null, cutShort: boolean): Outcome => {
  if (failure) return 'broke'
  if (steps.some(step => step.outcome === 'failed')) return 'failed'
  return cutShort ? 'not-run' : 'passed'
}

const judgeStep = (step: Step, exchange: Exchange | null): StepResult => {
  if (!exchange) return { outcome: 'not-run', exchange, observations: [], advice: [] }
  const { response, failure } = exchange
  if (!response && !failure) {
    throw new Error(
      `could not judge ${exchange.request.method} ${exchange.request.path}: because the engine gave neither an answer nor a failure; report this, it is a fault of Rendition`,
    )
  }
  const observe = (expectation: Expectation): Observation[] => {
    if (!response) return []
    const actual = read(expectation.subject, response)
    return [{ expectation, actual, met: meets(actual, expectation) }]
  }
  const observations = step.expect.flatMap(observe)
  const answeredWell = failure === null && observations.every(observation => observation.met)
  if (answeredWell) return { outcome: 'passed', exchange, observations, advice: [] }

  const recognised = (step.advice ?? []).filter(
    ({ when }) => response && when.flatMap(observe).every(observation => observation.met),
  )
  const advice = [...new Set([...recognised.map(({ say }) => say), ...platformAdvice(exchange)])]
  return { outcome: failure ? 'broke' : 'failed', exchange, observations, advice }
}
