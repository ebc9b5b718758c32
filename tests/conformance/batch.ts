/**
 * Cases that share a program are run in one go: the program is compiled once, and every check starts it anew.
 * @module
 */

import type { Result } from '../../src/check/result.ts'
import type { SourceFiles } from '../../src/compile/program.ts'
import type { Verdict } from '../../src/run/verdict.ts'
import { type Case, checkOf, idOf } from './case.ts'
import { normalise, type Outcome } from './normalise.ts'
import { filesOf } from './programs.ts'

export interface Batch {
  readonly program: string
  readonly files: SourceFiles
  readonly cases: readonly Case[]
}

/** Outcomes by the case's id. */
export type Outcomes = ReadonlyMap<string, Outcome>

/** A cap on what one run has to do within its limit. */
const LARGEST = 40

export const batchesOf = (cases: readonly Case[]): readonly Batch[] =>
  [...new Set(cases.map(({ program }) => program))].flatMap(program => {
    const own = cases.filter(one => one.program === program)
    const files = filesOf(program)
    return Array.from({ length: Math.ceil(own.length / LARGEST) }, (_, index) => ({
      program,
      files,
      cases: own.slice(index * LARGEST, (index + 1) * LARGEST),
    }))
  })

export const checksOf = (batch: Batch) => batch.cases.map(checkOf)

/** @throws {Error} when a program does not compile that should: no engine would be asked anything */
export const outcomesOf = (batch: Batch, verdict: Verdict): Outcomes => {
  const wrong = verdict.diagnostics.map(({ path, line, message }) => `${path}:${line} ${message}`)
  if (wrong.length > 0 && batch.cases.some(({ outcome }) => outcome !== 'not-run')) {
    throw new Error(`could not run programs/${batch.program}: because it does not compile: ${wrong.join('; ')}`)
  }
  const results = new Map<string, Result>(verdict.results.map(result => [result.check, result]))
  return new Map(
    batch.cases.flatMap(one => {
      const result = results.get(idOf(one))
      return result ? [[idOf(one), normalise(one, result, verdict.log, Object.keys(batch.files))]] : []
    }),
  )
}
