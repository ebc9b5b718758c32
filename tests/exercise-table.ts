/**
 * docs/exercises.md: what every exercise holds, in figures.
 * @module
 */

import type { VerifiedExercise } from '../src/cli/verify/verified.ts'

/** Exercise → how many of its solution's mutants are caught: `78 of 80`. */
export type CaughtMutants = ReadonlyMap<string, string>

const HEAD = `# Exercises

<!-- Made from exercises/ by \`UPDATE_DOCS=1 npx vitest run --project full tests/mutants\`; change it there. -->

Every check was put to the FastAPI original, really run: "FastAPI passes" counts those that its recorded answers pass.
Wrong answers are each caught by the check that they name, alternatives are right answers of another shape, and mutants are
solutions with one small mistake in them, made by \`npm run rendition -- mutate\`. Those that no check catches are listed in
the exercise's \`survivors.yaml\`, each with its reason.

`

const COLUMNS = [
  'Exercise',
  'Difficulty',
  'Checks',
  'FastAPI passes',
  'Wrong answers',
  'Alternatives',
  'Mutants caught',
  'Recorded on',
]

const rowOf = (exercise: VerifiedExercise, caught: CaughtMutants): readonly string[] => {
  const { id, content, checks, recording, wrong, alternatives } = exercise
  const { fastapi = '?', pydantic = '?' } = recording?.versions ?? {}
  return [
    `[${id}](../exercises/${id}/brief.md)`,
    content.difficulty,
    String(checks.length),
    String(checks.filter(({ unlikeFastapi }) => unlikeFastapi === undefined).length),
    String(wrong.length),
    String(alternatives.length),
    caught.get(id) ?? 'not counted',
    `FastAPI ${fastapi}, Pydantic ${pydantic}`,
  ]
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`

/** The whole document. */
export const tableOfExercises = (exercises: readonly VerifiedExercise[], caught: CaughtMutants): string =>
  HEAD +
  line(COLUMNS) +
  line(COLUMNS.map((_, index) => (index >= 2 && index <= 6 ? '---:' : '---'))) +
  exercises.map(exercise => line(rowOf(exercise, caught))).join('')

/** What a document says of mutants, which take too long to be counted whenever the rest is. */
export const mutantsIn = (document: string): CaughtMutants =>
  new Map(
    [...document.matchAll(/^\| \[([^\]]+)\].*?\| (\d+ of \d+) \|/gm)].map(([, id = '', caught = '']) => [id, caught]),
  )
