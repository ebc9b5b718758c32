/**
 * An exercise as its rules look at it: the whole folder, read.
 * @module
 */

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ExerciseContent, readRecording, readSources, readUnrecorded } from '../../../build/exercise-folder.ts'
import type { Check } from '../../check/check.ts'
import type { SourceFiles } from '../../compile/program.ts'
import type { Recording } from '../../exercise/exercise.ts'
import type { Verdict } from '../../run/verdict.ts'
import { type ExerciseFolder, exerciseFolders, exists, loadChecks, readFrontMatter } from '../exercise-folders.ts'

/** A wrong answer or an alternative. */
export interface Answer {
  /** The folder's name below `wrong/` or `alt/`. */
  readonly name: string
  readonly files: SourceFiles
}

export interface VerifiedExercise {
  readonly id: string
  readonly content: Omit<ExerciseContent, 'recording'>
  readonly checks: readonly Check[]
  /** Null when it is not recorded yet. */
  readonly recording: Recording | null
  readonly alternatives: readonly Answer[]
  readonly wrong: readonly Answer[]
  /** The exercises beside it. */
  readonly others: readonly { readonly id: string; readonly title: string }[]
}

/** Something that is not as it has to be. */
export interface Mistake {
  /** Path below exercises/: `08-status-codes/brief.md`. */
  readonly file: string
  /** Completes the file to a sentence: `has no link`. */
  readonly because: string
  /** What to do, as an imperative. */
  readonly remedy: string
}

export const mistakeText = ({ file, because, remedy }: Mistake): string => `${file} ${because}; ${remedy}`

/** One thing that holds for every exercise. */
export interface Rule {
  /** Completes "the exercise …": `has three hints`. */
  readonly title: string
  find(exercise: VerifiedExercise): readonly Mistake[]
}

/**
 * Runs a program of the exercise.
 * @param only the id of the one check that matters; all when it is not given
 */
export type RunProgram = (files: SourceFiles, only?: string) => Promise<Verdict>

/** One thing that holds for what its programs answer, on every engine. */
export interface RunRule {
  readonly title: string
  find(exercise: VerifiedExercise, run: RunProgram): Promise<readonly Mistake[]>
}

const readAnswers = async (root: string, id: string, kind: 'alt' | 'wrong'): Promise<readonly Answer[]> => {
  const folder = `${id}/${kind}`
  if (!(await exists(join(root, folder)))) return []
  const names = (await readdir(join(root, folder))).sort()
  return Promise.all(names.map(async name => ({ name, files: await readSources(root, `${folder}/${name}`) })))
}

/**
 * @throws {Error} when the folder cannot be read as an exercise at all; the message says what to do
 */
export const readVerified = async (root: string, exercise: ExerciseFolder): Promise<VerifiedExercise> => {
  const { id, folder } = exercise
  const others = (await exerciseFolders(root)).filter(other => other.id !== id)
  return {
    id,
    content: await readUnrecorded(root, id),
    checks: await loadChecks(exercise),
    recording: (await exists(join(folder, 'recording.json'))) ? await readRecording(root, id) : null,
    alternatives: await readAnswers(root, id, 'alt'),
    wrong: await readAnswers(root, id, 'wrong'),
    others: await Promise.all(
      others.map(async other => ({
        id: other.id,
        title: await readFrontMatter(other).then(
          ({ title }) => title,
          // Its own mistakes are told when it is verified itself.
          () => '',
        ),
      })),
    ),
  }
}
