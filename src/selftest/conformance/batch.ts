/**
 * Cases that share a program are run in one go: the program is compiled once, and every check starts it anew.
 * @module
 */

import type { Result } from '../../check/result.ts'
import type { SourceFiles } from '../../compile/program.ts'
import type { Verdict } from '../../run/verdict.ts'
import { type Case, checkOf, idOf } from './case.ts'
import { normalise, type Outcome } from './normalise.ts'

export interface Batch {
  readonly program: string
  readonly files: SourceFiles
  readonly cases: readonly Case[]
}

/** Outcomes by the case's id. */
export type Outcomes = ReadonlyMap<string, Outcome>

/** A cap on what one run has to do within its limit. */
const LARGEST = 40

/** @param filesOf gives the files of a program by its name */
export const batchesOf = (cases: readonly Case[], filesOf: (program: string) => SourceFiles): readonly Batch[] =>
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
export const outcomesOf = async (batch: Batch, verdict: Verdict): Promise<Outcomes> => {
  const wrong = verdict.diagnostics.map(({ path, line, message }) => `${path}:${line} ${message}`)
  if (wrong.length > 0 && batch.cases.some(({ outcome }) => outcome !== 'not-run')) {
    throw new Error(`could not run programs/${batch.program}: because it does not compile: ${wrong.join('; ')}`)
  }
  const results = new Map<string, Result>(verdict.results.map(result => [result.check, result]))
  const paths = Object.keys(batch.files)
  const outcomes = batch.cases.map(async one => {
    const result = results.get(idOf(one))
    return result ? [[idOf(one), await normalise(one, result, verdict.log, paths)] as const] : []
  })
  return new Map((await Promise.all(outcomes)).flat())
}
