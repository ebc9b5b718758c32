/**
 * The order in which the exercises are best done: a few stages, each with the reason why it comes where it does.
 * @module
 */

import { numberOf } from './exercise-id.ts'

export interface Stage {
  readonly title: string
  /** One sentence: what the stage is for. */
  readonly why: string
}

/** With the numbers of its questions, in order. A question that has no exercise yet is passed over. */
export const PATH: readonly (Stage & { readonly numbers: readonly number[] })[] = [
  {
    title: 'Requests and answers',
    why: 'Read what a request brings, refuse what will not do, and answer with the right status and headers: every other exercise is made of this.',
    numbers: [3, 4, 8, 37, 20],
  },
  {
    title: 'Structure',
    why: 'What several handlers need is written once, around them, and what the app holds is opened before the first request and closed after the last.',
    numbers: [9, 11, 22],
  },
  {
    title: 'People and data',
    why: 'Know who is asking, and keep what they send. Both build on the structure before.',
    numbers: [14, 16],
  },
  {
    title: 'Open connections',
    why: 'An answer need not be one piece: it can come bit by bit, or go both ways for as long as somebody is there.',
    numbers: [33, 23],
  },
  {
    title: 'Proof',
    why: 'Now that you know what a server can get wrong, write the tests that would notice.',
    numbers: [18],
  },
]

/** Where exercises stand that are not on the path. */
const BEYOND: Stage = { title: 'Beyond the path', why: 'Good at any time, once the stages before are done.' }

/** A stage with what there is in it. */
export interface StageOf<Exercise> extends Stage {
  readonly exercises: readonly Exercise[]
}

/** Every exercise once, in the path's order; stages without any are left out. */
export const stagesOf = <Exercise>(
  exercises: readonly Exercise[],
  idOf: (exercise: Exercise) => string,
): readonly StageOf<Exercise>[] => {
  const find = (number: number) => exercises.filter(exercise => numberOf(idOf(exercise)) === number)
  const onPath = PATH.map(({ numbers, ...stage }) => ({ ...stage, exercises: numbers.flatMap(find) }))
  const taken = new Set(onPath.flatMap(stage => stage.exercises))
  const beyond = { ...BEYOND, exercises: exercises.filter(exercise => !taken.has(exercise)) }
  return [...onPath, beyond].filter(stage => stage.exercises.length > 0)
}
