/**
 * What one trip through the pipeline comes to.
 * @module
 */

import type { Json } from '../check/expectation.ts'
import type { Result } from '../check/result.ts'
import type { Diagnostic } from '../compile/program.ts'
import type { LogLine } from '../http/http.ts'
import type { EngineName } from '../sandbox/sandbox.ts'

/** Where the milliseconds of a run went; shown nowhere but in the bench. */
export interface Timings {
  readonly compile: number
  /** Loading the program and evaluating it for each check, and every crossing between threads. */
  readonly evaluate: number
  /** The program's own time to answer, all requests together. */
  readonly requests: number
  /** Waiting for the judge after the last answer. */
  readonly judge: number
}

/** A result with what the check was performed with. */
export interface RunResult extends Result {
  /** Those that were generated, and those that were saved by the end; none when the check was not performed. */
  readonly values: Readonly<Record<string, Json>>
}

/** Facts only; `passed(verdict)` and every sentence are derived. */
export interface Verdict {
  /** The exercise's id. */
  readonly exercise: string
  readonly engine: EngineName
  /** What the checks' generated values were made from. */
  readonly seed: number
  /** Not empty exactly when the source files did not compile. */
  readonly diagnostics: readonly Diagnostic[]
  /** One per check, in the exercise's order. */
  readonly results: readonly RunResult[]
  /** Console lines written while the modules were loading, once. */
  readonly log: readonly LogLine[]
  readonly timings: Timings
}

export const passed = (verdict: Verdict): boolean =>
  verdict.results.length > 0 && verdict.results.every(result => result.outcome === 'passed')
