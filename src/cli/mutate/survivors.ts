/**
 * The survivors that an exercise puts up with, in its `survivors.yaml`: mutants that no check catches, and why that is
 * right.
 * @module
 */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { formatPath } from '../../check/json-path.ts'
import { type ExerciseFolder, exists } from '../exercise-folders.ts'
import type { Mutant } from './mutants.ts'

export const SURVIVORS_FILE = 'survivors.yaml'

const listSchema = z.array(
  z.strictObject({
    file: z.string(),
    before: z.string(),
    after: z.string(),
    why: z.string().trim().min(1),
  }),
)

/** The fields are a mutant's, as `mutate` prints them, so that an entry stays right when lines are added above it. */
export type ListedSurvivor = z.infer<typeof listSchema>[number]

export const isListedAs = ({ path, before, after }: Mutant, listed: ListedSurvivor): boolean =>
  listed.file === path && listed.before === before && listed.after === after

/**
 * Empty when the exercise has no such file.
 * @throws {Error} when it is not as docs/authoring.md says
 */
export const readSurvivors = async ({ id, folder }: ExerciseFolder): Promise<readonly ListedSurvivor[]> => {
  const path = join(folder, SURVIVORS_FILE)
  return (await exists(path)) ? parseSurvivors(`${id}/${SURVIVORS_FILE}`, await readFile(path, 'utf8')) : []
}

/** @param file for the errors: path below exercises/ */
export const parseSurvivors = (file: string, text: string): readonly ListedSurvivor[] => {
  const refuse = (because: string, cause?: unknown): never => {
    throw new Error(`could not read ${file}: because ${because}; correct it as docs/authoring.md shows`, { cause })
  }
  const { success, data, error } = listSchema.safeParse(parseYaml(text, refuse))
  if (success) return data
  const [issue] = error.issues
  const place = formatPath((issue?.path ?? []).map(key => (typeof key === 'number' ? key : String(key))))
  return refuse(`at ${place}: ${issue?.message}`)
}

const parseYaml = (text: string, refuse: (because: string, cause: unknown) => never): unknown => {
  try {
    return parse(text)
  } catch (error) {
    return refuse(`it is not YAML (${error instanceof Error ? error.message.trim() : String(error)})`, error)
  }
}
