/**
 * One exercise, mutated: read, tried, judged.
 * @module
 */

import { join } from 'node:path'
import { readSources } from '../../../build/exercise-folder.ts'
import { type ExerciseFolder, exists } from '../exercise-folders.ts'
import { readVerified } from '../verify/verified.ts'
import { judgeMutants, type Mutated } from './rules.ts'
import { readSurvivors } from './survivors.ts'
import { type TryOptions, tryMutants } from './try-mutants.ts'

/**
 * @param exercises the folder that holds all exercises
 * @throws {Error} when the exercise cannot be read, or its solution does not pass
 */
export const mutate = async (
  exercises: string,
  one: ExerciseFolder,
  options: Omit<TryOptions, 'given'>,
): Promise<Mutated> => {
  const listed = await readSurvivors(one)
  const exercise = await readVerified(exercises, one)
  const given = (await exists(join(one.folder, 'given'))) ? await readSources(exercises, `${one.id}/given`) : {}
  return judgeMutants(one.id, await tryMutants(exercise, { ...options, given }), listed)
}
