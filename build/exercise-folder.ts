/**
 * Reads an exercise folder into everything of an `Exercise` that is not code. docs/authoring.md describes the folder.
 * @module
 */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceFiles } from '../src/compile/program.ts'
import type { Exercise, ExerciseSummary, Recording } from '../src/exercise/exercise.ts'
import { ID, numberOf } from '../src/exercise/exercise-id.ts'
import { renderBrief } from './brief.ts'
import { ExerciseError } from './exercise-error.ts'
import { splitFrontMatter } from './front-matter.ts'
import { loadHighlight } from './highlight.ts'

/** All of an exercise but its checks, which are a module. */
export type ExerciseContent = Omit<Exercise, 'checks'>

const ENTRIES = [
  'advice.ts',
  'alt',
  'brief.md',
  'checks.ts',
  'given',
  'original.py',
  'recording.json',
  'solution',
  'start',
  'survivors.yaml',
  'wrong',
]

/**
 * Ids of all exercises, in order; those that are not recorded yet are among them.
 * @throws {ExerciseError} when something under `root` is not named like an exercise
 */
export const exerciseIds = async (root: string): Promise<readonly string[]> => {
  const names = (await readdir(root)).filter(name => !name.startsWith('.')).sort()
  const odd = names.find(name => !ID.test(name))
  if (odd !== undefined)
    throw new ExerciseError(odd, 'is not named like an exercise', 'name it 08-status-codes, or move it elsewhere')
  return names
}

/**
 * Ids of the exercises that the page shows: those that have been recorded. One that is being written is left out until
 * then, so that it keeps nobody from building the page; `npm run rendition -- verify` tells what it lacks.
 * @throws {ExerciseError} as `exerciseIds`
 */
export const catalogueIds = async (root: string): Promise<readonly string[]> => {
  const ids = await exerciseIds(root)
  const entries = await Promise.all(ids.map(id => readdir(join(root, id))))
  return ids.filter((_, index) => entries[index]?.includes('recording.json'))
}

const readText = async (root: string, file: string, remedy: string): Promise<string> => {
  try {
    return await readFile(join(root, file), 'utf8')
  } catch (cause) {
    throw new ExerciseError(file, 'could not be read', remedy, { cause })
  }
}

/**
 * Every file under a folder: path relative to it → text.
 * @throws {ExerciseError} when there is no such folder
 */
export const readSources = async (root: string, folder: string): Promise<SourceFiles> => {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (cause: unknown) => {
      throw new ExerciseError(folder, 'could not be read', 'add the folder with an app.ts in it', { cause })
    },
  )
  const base = join(root, folder)
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(base.length + 1)
        .replaceAll('\\', '/'),
    )
  const texts = await Promise.all(paths.map(async path => [path, await readFile(join(base, path), 'utf8')] as const))
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The files that every run has beside the learner's; most exercises have none. */
export const readGiven = async (root: string, id: string): Promise<SourceFiles> =>
  (await readdir(join(root, id))).includes('given') ? readSources(root, `${id}/given`) : {}

/** The learner starts with the very files that the solution has, so that the two can be shown side by side. */
const requireTwins = (id: string, start: SourceFiles, solution: SourceFiles, given: SourceFiles): void => {
  if (!Object.hasOwn({ ...start, ...given }, 'app.ts'))
    throw new ExerciseError(`${id}/start`, 'has no app.ts', 'add it: the app is its default export')
  const twice = Object.keys(given).find(path => Object.hasOwn(start, path))
  if (twice !== undefined)
    throw new ExerciseError(`${id}/given`, `has ${twice}, which start/ has as well`, 'remove one of them')
  for (const path of Object.keys({ ...start, ...solution })) {
    const lonely = Object.hasOwn(start, path) ? (Object.hasOwn(solution, path) ? null : 'solution') : 'start'
    if (lonely)
      throw new ExerciseError(`${id}/${lonely}`, `has no ${path}`, 'give start/ and solution/ files of the same names')
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isRecordingOf = (id: string, value: unknown): value is Recording =>
  isObject(value) && value.exercise === id && isObject(value.versions) && isObject(value.checks)

/** @throws {ExerciseError} when there is none, or it is not of this exercise */
export const readRecording = async (root: string, id: string): Promise<Recording> => {
  const file = `${id}/recording.json`
  const remedy = `run "npm run rendition -- record ${id}"`
  const text = await readText(root, file, remedy)
  try {
    const value: unknown = JSON.parse(text)
    if (isRecordingOf(id, value)) return value
  } catch (cause) {
    throw new ExerciseError(file, 'is not JSON', remedy, { cause })
  }
  throw new ExerciseError(file, 'is not a recording of this exercise', remedy)
}

/** Takes the solution's and the original's highlighting as given: their languages are offered. */
const highlighted = (html: string | null): string => html ?? ''

/**
 * All but the recording, which an exercise that is being written has not yet.
 * @param root the folder that holds all exercises
 * @throws {ExerciseError} when the folder is not as docs/authoring.md says; names the file and what to do
 */
export const readUnrecorded = async (root: string, id: string): Promise<Omit<ExerciseContent, 'recording'>> => {
  const odd = (await readdir(join(root, id))).find(name => !ENTRIES.includes(name))
  if (odd !== undefined)
    throw new ExerciseError(`${id}/${odd}`, `is none of ${ENTRIES.join(', ')}`, 'rename or remove it')
  await readText(root, `${id}/checks.ts`, 'add it: its default export is the list of checks')
  const original = await readText(root, `${id}/original.py`, 'add the FastAPI original')
  const start = await readSources(root, `${id}/start`)
  const solution = await readSources(root, `${id}/solution`)
  const given = await readGiven(root, id)
  requireTwins(id, start, solution, given)
  const file = `${id}/brief.md`
  const { frontMatter, markdown } = splitFrontMatter(await readText(root, file, 'add it'), file)

  const highlight = await loadHighlight()
  const { html, hintsHtml, quiz } = renderBrief(markdown, file, highlight)
  const ids = await catalogueIds(root)
  return {
    ...frontMatter,
    id,
    related: frontMatter.related.map(question => ({
      ...question,
      id: ids.find(other => numberOf(other) === question.number) ?? null,
    })),
    briefHtml: html,
    hintsHtml,
    quiz,
    original,
    originalHtml: highlighted(highlight(original.trimEnd(), 'python')),
    given,
    start,
    solution,
    solutionHtml: Object.fromEntries(
      Object.entries(solution).map(([path, text]) => [path, highlighted(highlight(text.trimEnd(), 'typescript'))]),
    ),
  }
}

/**
 * @param root the folder that holds all exercises
 * @throws {ExerciseError} as `readUnrecorded`, and when there is no recording of this exercise
 */
export const readExercise = async (root: string, id: string): Promise<ExerciseContent> => {
  const recording = await readRecording(root, id)
  return { ...(await readUnrecorded(root, id)), recording }
}

/** What the catalogue shows of it. */
export const summaryOf = ({ id, title, summary, difficulty, topics, minutes }: ExerciseSummary): ExerciseSummary => ({
  id,
  title,
  summary,
  difficulty,
  topics,
  minutes,
})
