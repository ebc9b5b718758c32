/**
 * The exercise folders as commands see them: read from disk each time, so that an exercise is as it is right now.
 * @module
 */

import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FrontMatter, splitFrontMatter } from '../../build/front-matter.ts'
import type { Check } from '../check/check.ts'
import { formatPath } from '../check/json-path.ts'
import { checkSchema } from '../check/schema.ts'
import { ID } from '../exercise/exercise-id.ts'
import { UsageError } from './arguments.ts'

export interface ExerciseFolder {
  readonly id: string
  /** Where its files are. */
  readonly folder: string
}

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * All of them, in order. What is not named like an exercise is left out; `verify` tells of it.
 * @throws {Error} when there is no such folder
 */
export const exerciseFolders = async (root: string): Promise<readonly ExerciseFolder[]> => {
  const entries = await readdir(root, { withFileTypes: true }).catch((cause: unknown) => {
    throw new Error(`could not find the exercises: because ${root} is no folder; give another with --exercises`, {
      cause,
    })
  })
  return entries
    .filter(entry => entry.isDirectory() && ID.test(entry.name))
    .map(({ name }) => ({ id: name, folder: join(root, name) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** @throws {UsageError} when it is not there */
export const chosenExercise = async (root: string, id: string): Promise<ExerciseFolder> => {
  const all = await exerciseFolders(root)
  const found = all.find(one => one.id === id)
  if (found) return found
  const known = all.map(one => one.id).join(', ')
  throw new UsageError(`there is no exercise "${id}"`, known ? `choose one of ${known}` : 'make it with "new"')
}

/**
 * Those that are named, in their own order, or all when none is.
 * @throws {UsageError} when one of them is not there, or there is none at all
 */
export const chosenExercises = async (root: string, ids: readonly string[]): Promise<readonly ExerciseFolder[]> => {
  if (ids.length > 0) return Promise.all([...new Set(ids)].sort().map(id => chosenExercise(root, id)))
  const all = await exerciseFolders(root)
  if (all.length > 0) return all
  throw new UsageError(`there is no exercise in ${root}`, 'make one with "new <id>"')
}

/** @throws {Error} when there is no brief, or its front matter is not as docs/authoring.md says */
export const readFrontMatter = async ({ id, folder }: ExerciseFolder): Promise<FrontMatter> =>
  splitFrontMatter(await readFile(join(folder, 'brief.md'), 'utf8'), `${id}/brief.md`).frontMatter

/**
 * Evaluates `checks.ts`.
 * @throws {Error} when it is not there, throws, or its default export is no list of what has a check's form; whether each
 *   makes sense is for `validateCheck` to say
 */
export const loadChecks = async ({ id, folder }: ExerciseFolder): Promise<readonly Check[]> => {
  const module: { readonly default?: unknown } = await import(/* @vite-ignore */ join(folder, 'checks.ts')).catch(
    (cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`could not read the checks of ${id}: because ${id}/checks.ts: ${why}; correct it`, { cause })
    },
  )
  const { default: checks } = module
  if (!Array.isArray(checks))
    throw new Error(
      `could not read the checks of ${id}: because the default export of ${id}/checks.ts is not a list; export the list of checks`,
    )
  for (const [index, check] of checks.entries()) {
    const issue = checkSchema.safeParse(check).error?.issues[0]
    if (issue)
      throw new Error(
        `could not read the checks of ${id}: because ${id}/checks.ts: at ${formatPath([index, ...issue.path.map(asSegment)])}: ${issue.message}; correct it`,
      )
  }
  return checks
}

const asSegment = (key: PropertyKey): string | number => (typeof key === 'number' ? key : String(key))
