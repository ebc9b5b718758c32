/**
 * Tries every mutant of an exercise's solution, one after the other.
 * @module
 */

import type { SourceFiles } from '../../compile/program.ts'
import type { OpenEngine } from '../engines/engine.ts'
import { RECORDED_SEED } from '../recording/record.ts'
import type { VerifiedExercise } from '../verify/verified.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import type { TriedMutant } from './rules.ts'

/** JSON is data, which a check asks for or not as it likes. */
const isProgram = (path: string): boolean => /\.[jt]s$/.test(path)

export interface TryOptions {
  /** Files that every run has beside the solution; they are not changed. */
  readonly given: SourceFiles
  readonly engine: Pick<OpenEngine, 'try'>
  /** Called before each mutant. */
  readonly report: (done: number, all: number) => void
}

/**
 * Those that do not compile are left out: no test is needed to find them.
 * @throws {Error} when the solution itself does not pass, or does not compile
 */
export const tryMutants = async (
  { id, checks, content: { solution } }: Pick<VerifiedExercise, 'id' | 'checks' | 'content'>,
  { given, engine, report }: TryOptions,
): Promise<readonly TriedMutant[]> => {
  const trial = (changed: Pick<Mutant, 'path' | 'code'> | null) => {
    const changes = changed ? { [changed.path]: changed.code } : {}
    return engine.try({ exercise: { id, checks }, files: { ...given, ...solution, ...changes }, seed: RECORDED_SEED })
  }
  const untouched = await trial(null)
  if (untouched.kind !== 'passes') {
    const because = untouched.kind === 'caught' ? `does not pass "${untouched.by}"` : 'does not compile'
    throw new Error(
      `could not mutate ${id}: because its solution ${because}; see "npm run rendition -- verify ${id}" first`,
    )
  }
  const mutants = Object.entries(solution)
    .filter(([path]) => isProgram(path))
    .flatMap(([path, source]) => mutantsOf(path, source))
  const tried: TriedMutant[] = []
  for (const [index, mutant] of mutants.entries()) {
    report(index, mutants.length)
    const trialOfMutant = await trial(mutant)
    if (trialOfMutant.kind !== 'did-not-compile') tried.push({ ...mutant, trial: trialOfMutant })
  }
  return tried
}
