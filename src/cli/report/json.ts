/**
 * A report for machines; docs/authoring.md describes it.
 * @module
 */

import { summarise } from '../../check/describe.ts'
import type { Result } from '../../check/result.ts'
import type { Diagnostic } from '../../compile/program.ts'
import type { LogLine } from '../../http/http.ts'
import { type CheckedExercise, notesOn, type RanOn } from './checked.ts'
import { type SaidOfStep, sayCheck } from './sentences.ts'

export interface JsonReport {
  readonly exercise: string
  readonly ranOn: RanOn
  readonly seed: number
  readonly passed: boolean
  readonly summary: string
  readonly notes: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** What was written while the program was loading. */
  readonly log: readonly LogLine[]
  readonly checks: readonly {
    readonly id: string
    readonly title: string
    readonly outcome: Result['outcome']
    readonly sentences: readonly string[]
    readonly steps: readonly SaidOfStep[]
    /** The facts that the sentences are made of, as src/check/result.ts has them. */
    readonly result: Result
  }[]
}

export const reportJson = (checked: CheckedExercise): JsonReport => {
  const { exercise, ranOn, seed, diagnostics, results, checks, log } = checked
  return {
    exercise,
    ranOn,
    seed,
    passed: results.length > 0 && results.every(({ outcome }) => outcome === 'passed'),
    summary: summarise(results),
    notes: notesOn(checked),
    diagnostics,
    log,
    checks: checks.flatMap((check, index) => {
      const result = results[index]
      if (!result) return []
      const { title, sentences, steps } = sayCheck(check, result, result.values)
      return [{ id: check.id, title, outcome: result.outcome, sentences, steps, result }]
    }),
  }
}
