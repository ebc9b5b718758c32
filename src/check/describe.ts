/**
 * Everything about checks and results that people read, derived from facts and from nothing else. No sentence is
 * stored, and none is made anywhere but in the describe files.
 * @module
 */

import type { HttpRequest } from '../http/http.ts'
import type { Outcome, Result } from './result.ts'

export { statusText } from '../http/status.ts'
export { describeExpectation, expectedText } from './describe-expectation.ts'
export { describeFailure, describeNotRun } from './describe-failure.ts'
export { actualText, describeObservation } from './describe-observation.ts'
export { describeHappened, describeStep, describeUnsent, observationPlaces, sentMessage } from './describe-step.ts'
export { compareJson, compareText } from './diff.ts'
export { failureOf, linesOf, refusalOf } from './happened.ts'

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  broke: 'Broke',
  'not-run': 'Not run',
}

/** One or two words, for a badge or for ears. */
export const describeOutcome = (outcome: Outcome): string => OUTCOMES[outcome]

/** The request line without the version: `POST /items?name=Foo`. */
export const describeRequest = ({ method, path }: HttpRequest): string => `${method} ${path}`

/** How a run went, in one line that is announced: `7 of 11 checks pass, 1 has no answer`. */
export const summarise = (results: readonly Result[]): string => {
  const count = (outcome: Outcome): number => results.filter(result => result.outcome === outcome).length
  const [passed, broke, notRun] = [count('passed'), count('broke'), count('not-run')]
  if (results.length === 0) return 'No checks'
  if (results.every(result => result.notRun?.kind === 'did-not-compile')) return 'The code does not compile'
  if (passed === results.length) return passed === 1 ? 'The check passes' : `All ${passed} checks pass`
  const parts = [`${passed} of ${results.length} checks ${passed === 1 ? 'passes' : 'pass'}`]
  if (broke > 0) parts.push(`${broke} ${broke === 1 ? 'has' : 'have'} no answer`)
  if (notRun > 0) parts.push(`${notRun} not run`)
  return parts.join(', ')
}
