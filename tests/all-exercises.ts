/**
 * Every exercise of the repository, read as `verify` reads it.
 * @module
 */

import { join } from 'node:path'
import { root } from '../scripts/commands.mjs'
import { exerciseFolders } from '../src/cli/exercise-folders.ts'
import { readVerified, type VerifiedExercise } from '../src/cli/verify/verified.ts'

/** Where they lie. */
export const exercisesFolder = join(root, 'exercises')

/** In order. */
export const exercises: readonly VerifiedExercise[] = await Promise.all(
  (await exerciseFolders(exercisesFolder)).map(one => readVerified(exercisesFolder, one)),
)
