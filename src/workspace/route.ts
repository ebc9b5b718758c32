/**
 * A person's way through the exercises: in the order of the path, past what they have solved.
 * @module
 */

import type { ExerciseSummary } from '../exercise/exercise.ts'
import { numberOf } from '../exercise/exercise-id.ts'
import { type StageOf, stagesOf } from '../exercise/path.ts'
import type { ProgressState } from './drafts.ts'

/** An exercise as pages list it and link to it. */
export interface Stop {
  readonly summary: ExerciseSummary
  /** Of the question that it is about. */
  readonly number: number
  readonly address: string
}

export type RouteStage = StageOf<Stop>

/** How far a person has come, as this browser knows it. */
export interface Journey {
  /** Exercise → its state; those that were never edited are not in it. */
  readonly progress: ReadonlyMap<string, ProgressState>
  /** Id of the exercise that was open last. */
  readonly last: string | null
}

/** What a person is offered to do now; `done` when nothing is left. */
export type Offer = { readonly kind: 'begin' | 'go-on' | 'next'; readonly stop: Stop } | { readonly kind: 'done' }

/** The exercises in the stages of the path. */
export const createStages = (
  summaries: readonly ExerciseSummary[],
  addressOf: (id: string) => string,
): readonly RouteStage[] =>
  stagesOf(
    summaries.map(summary => ({ summary, number: numberOf(summary.id), address: addressOf(summary.id) })),
    ({ summary }) => summary.id,
  )

export const stopsOf = (stages: readonly RouteStage[]): readonly Stop[] => stages.flatMap(({ exercises }) => exercises)

export interface Neighbours {
  readonly previous: Stop | null
  readonly next: Stop | null
}

/** Those before and after an exercise on the path. */
export const neighboursOf = (stops: readonly Stop[], id: string): Neighbours => {
  const at = stops.findIndex(({ summary }) => summary.id === id)
  return { previous: (at > 0 && stops[at - 1]) || null, next: (at >= 0 && stops[at + 1]) || null }
}

/** The first that is not solved after an exercise, round the end of the path to its beginning; never that one itself. */
export const nextUnsolved = (stops: readonly Stop[], id: string | null, progress: Journey['progress']): Stop | null => {
  const at = stops.findIndex(({ summary }) => summary.id === id)
  const inOrder = [...stops.slice(at + 1), ...stops.slice(0, Math.max(at, 0))]
  return inOrder.find(({ summary }) => progress.get(summary.id) !== 'solved') ?? null
}

/**
 * The exercise that was open last while it is not solved, else one that was started, else the next on the path.
 */
export const offerOf = (stops: readonly Stop[], { progress, last }: Journey): Offer => {
  const isOpen = ({ summary: { id } }: Stop): boolean =>
    progress.get(id) === 'started' || (id === last && progress.get(id) !== 'solved')
  const open = stops.find(stop => stop.summary.id === last && isOpen(stop)) ?? stops.find(isOpen)
  if (open) return { kind: 'go-on', stop: open }
  const stop = nextUnsolved(stops, last, progress)
  if (!stop) return { kind: 'done' }
  return { kind: progress.size === 0 ? 'begin' : 'next', stop }
}
