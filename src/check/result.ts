/**
 * What a run found out: facts only. Sentences about them are derived in describe.ts.
 * @module
 */

import type { AppFailure, Exchange, LogLine } from '../http/http.ts'
import type { Expectation, Json } from './check.ts'

/** What a subject was in an answer. `unreadable` says why it could not be looked at (`the body is not JSON: …`). */
export type Actual =
  | { readonly kind: 'value'; readonly value: Json }
  /** For a place in JSON, `nearest` is the deepest place on the way to it that is there. */
  | { readonly kind: 'missing'; readonly nearest?: { readonly path: string; readonly value: Json } }
  | { readonly kind: 'unreadable'; readonly why: string }

export interface Observation {
  readonly expectation: Expectation
  readonly actual: Actual
  readonly met: boolean
}

export type Outcome = 'passed' | 'failed' | 'broke' | 'not-run'

export interface StepResult {
  readonly outcome: Outcome
  /** Null when the step was not run. */
  readonly exchange: Exchange | null
  /** In the order of the step's expectations; empty when there was no answer to look at. */
  readonly observations: readonly Observation[]
  /** What to tell the learner of mistakes that were recognised. */
  readonly advice: readonly string[]
}

/** Why a check was not run, or not to its end, though nothing in the check itself failed. */
export type NotRunReason =
  | { readonly kind: 'did-not-compile' }
  /** Loading the program took so long that trying again for each check would only make the learner wait. */
  | { readonly kind: 'start-timed-out' }
  | { readonly kind: 'run-limit'; readonly ms: number }
  | { readonly kind: 'judge-limit'; readonly ms: number }

export interface Result {
  /** The check's id. */
  readonly check: string
  readonly outcome: Outcome
  readonly steps: readonly StepResult[]
  /** Why the app gave no answer, when the outcome is `broke`. */
  readonly failure: AppFailure | null
  /** Set exactly when the outcome is `not-run`. */
  readonly notRun: NotRunReason | null
  /** Console lines written after the last answer. */
  readonly log: readonly LogLine[]
}

/** Everything that happened in one check, which is all that the judge is told. */
export interface CheckTranscript {
  /** Why the app did not start for this check; null when it did. */
  readonly startFailure: AppFailure | null
  /** One per step that was sent, in order; fewer than the steps when one of them broke the app. */
  readonly exchanges: readonly Exchange[]
  /** A crash after the last answer, with nobody in flight. */
  readonly endFailure: AppFailure | null
  readonly endLog: readonly LogLine[]
  /** Why the run stopped before this check was done. */
  readonly notRun: NotRunReason | null
}
