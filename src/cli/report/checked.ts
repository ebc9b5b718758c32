/**
 * What a command knows when checks were run, whatever they ran on.
 * @module
 */

import type { Check } from '../../check/check.ts'
import type { Verdict } from '../../run/verdict.ts'
import type { CliEngine } from '../engines/engine.ts'

/** Where the answers came from. */
export type RanOn =
  | { readonly kind: 'engine'; readonly engine: CliEngine; readonly folder: string }
  | { readonly kind: 'command'; readonly command: string; readonly folder: string }
  /** As it was: not started, not stopped. */
  | { readonly kind: 'url'; readonly url: string }

export interface CheckedExercise extends Pick<Verdict, 'exercise' | 'seed' | 'diagnostics' | 'results' | 'log'> {
  readonly checks: readonly Check[]
  readonly ranOn: RanOn
}

/** What has to be known to read the results rightly, as sentences. */
export const notesOn = ({ ranOn }: CheckedExercise): readonly string[] =>
  ranOn.kind === 'url'
    ? ['The server was not started anew between checks, so what an earlier check did to it can influence later ones.']
    : []

/** Whether another seed would have made other requests. */
export const hasGeneratedValues = ({ checks }: CheckedExercise): boolean =>
  checks.some(({ values = {} }) => Object.keys(values).length > 0)
