/**
 * What a run found out: facts only. Sentences about them are derived in describe.ts.
 * @module
 */

import type { AppFailure, Exchange, LogLine, SocketEvent } from '../http/http.ts'
import type { Expectation, Json } from './expectation.ts'

/** What a subject was in an answer. `unreadable` says why it could not be looked at (`the body is not JSON: …`). */
export type Actual =
  | { readonly kind: 'value'; readonly value: Json }
  /**
   * For a place in JSON, `nearest` is the deepest place on the way to it that is there; for an attribute of a cookie, the
   * Set-Cookie header that lacks it.
   */
  | { readonly kind: 'missing'; readonly nearest?: { readonly path: string; readonly value: Json } }
  | { readonly kind: 'unreadable'; readonly why: string }

export interface Observation {
  /** With the check's values in the place of their names. */
  readonly expectation: Expectation
  readonly actual: Actual
  readonly met: boolean
  /** Of a value that is not as asked, where only judging can tell what of it is not. */
  readonly fault?: Fault
}

export type Fault =
  | Breach
  /** Of a list whose items all have to be so: the first that is not, and what of it is not. */
  | { readonly kind: 'item'; readonly index: number; readonly inside: Fault | null }

/** The first place that is not as a JSON Schema has it. */
export interface Breach {
  readonly kind: 'schema'
  /** Where in the value: a JSON pointer (RFC 6901). */
  readonly instance: string
  /** `type`, `required`, …; `false` for what may not be there at all. */
  readonly keyword: string
  /** The way that the validator took through the schema to the keyword: a JSON pointer, on through references. */
  readonly keywordAt: string
}

export type Outcome = 'passed' | 'failed' | 'broke' | 'not-run'

/** What came of performing one step. */
export type Happened =
  /** `send` and `socket-open`: an opened socket's answer has status 101. */
  | { readonly kind: 'exchange'; readonly exchange: Exchange }
  /** `parallel`: one per request, in their order, with no log lines of their own. */
  | {
      readonly kind: 'parallel'
      readonly exchanges: readonly Exchange[]
      /** Numbers of the requests, from 0, in the order in which their answers were complete. */
      readonly finished: readonly number[]
      readonly log: readonly LogLine[]
    }
  /** `socket-…`: what was heard; null when a message was sent, or when nothing was heard in time. */
  | {
      readonly kind: 'socket'
      readonly event: SocketEvent | null
      readonly failure: AppFailure | null
      readonly log: readonly LogLine[]
    }
  /** `stop`, `start` and `wait`. */
  | { readonly kind: 'done'; readonly failure: AppFailure | null; readonly log: readonly LogLine[] }

export interface StepResult {
  readonly outcome: Outcome
  /** Null when the step was not run. */
  readonly happened: Happened | null
  /**
   * In the order of the step's expectations, those of its `save` after them; empty when there was no answer to look at.
   * Of a parallel step, those of each request come first, in the requests' order.
   */
  readonly observations: readonly Observation[]
  /** Names of values that the step needs and nobody saved; the step was not run because of them. */
  readonly unsaved: readonly string[]
  /** What to tell the learner of mistakes that were recognised. */
  readonly advice: readonly string[]
}

/** What an app may be unable to do; a check that needs it is not run on it. */
export type Need = 'fresh-start' | 'log' | 'source'

/** Why a check was not run, or not to its end, though nothing in the check itself failed. */
export type NotRunReason =
  | { readonly kind: 'did-not-compile' }
  /** Loading the program took so long that trying again for each check would only make the learner wait. */
  | { readonly kind: 'start-timed-out' }
  | { readonly kind: 'run-limit'; readonly ms: number }
  | { readonly kind: 'judge-limit'; readonly ms: number }
  /** A server found at an address cannot be started anew, and does not show its console or its source files. */
  | { readonly kind: 'unable'; readonly needs: readonly Need[] }

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
  /** One per step, in order: null for a step that was not performed. May end early when the app broke. */
  readonly happened: readonly (Happened | null)[]
  /** The check's values: those that were generated, and those that were saved by the end. */
  readonly values: Readonly<Record<string, Json>>
  /** The learner's files; null when they are not known. */
  readonly source: Readonly<Record<string, string>> | null
  /** A crash after the last answer, with nobody in flight. */
  readonly endFailure: AppFailure | null
  readonly endLog: readonly LogLine[]
  /** Why the run stopped before this check was done. */
  readonly notRun: NotRunReason | null
}
