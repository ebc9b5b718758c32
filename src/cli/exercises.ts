/**
 * The exercise folders as the recorder needs them. It reads the checks alone, and not through `virtual:exercise/…`,
 * which wants the recording that is yet to be made.
 * @module
 */

import { fileURLToPath } from 'node:url'
import type { Check } from '../check/check.ts'
import type { RecordedExercise } from './record.ts'

const ROOT = '../../exercises'
const modules = import.meta.glob<readonly Check[]>('../../exercises/*/checks.ts', { import: 'default' })

/** Ids of all exercises, in order. */
export const exerciseIds = (): readonly string[] =>
  Object.keys(modules)
    .map(path => path.slice(ROOT.length + 1, -'/checks.ts'.length))
    .sort()

/** @throws {Error} when there is no such exercise */
export const exerciseToRecord = async (id: string): Promise<RecordedExercise> => {
  const load = modules[`${ROOT}/${id}/checks.ts`]
  if (!load) {
    throw new Error(
      `could not record "${id}": because exercises/${id}/checks.ts is not there; choose one of ${exerciseIds().join(', ')}`,
    )
  }
  return { id, folder: fileURLToPath(new URL(`${ROOT}/${id}`, import.meta.url)), checks: await load() }
}
