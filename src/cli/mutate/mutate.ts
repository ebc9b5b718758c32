/**
 * One exercise, mutated: read, tried, judged.
 * @module
 */

import type { ExerciseFolder } from '../exercise-folders.ts'
import { readVerified } from '../verify/verified.ts'
import { judgeMutants, type Mutated } from './rules.ts'
import { readSurvivors } from './survivors.ts'
import { type TryOptions, tryMutants } from './try-mutants.ts'

/**
 * @param exercises the folder that holds all exercises
 * @throws {Error} when the exercise cannot be read, or its solution does not pass
 */
export const mutate = async (exercises: string, one: ExerciseFolder, options: TryOptions): Promise<Mutated> => {
  const listed = await readSurvivors(one)
  const exercise = await readVerified(exercises, one)
  return judgeMutants(one.id, await tryMutants(exercise, options), listed)
}
