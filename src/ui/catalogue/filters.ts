/**
 * Which exercises are shown: what was searched for and chosen, in an address and out of it.
 * @module
 */

import type { Difficulty, ExerciseSummary } from '../../exercise/exercise.ts'
import type { ProgressState } from '../../workspace/drafts.ts'
import type { Stop } from '../../workspace/route.ts'

export type ExerciseState = 'new' | ProgressState

export const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard']
export const STATES: readonly ExerciseState[] = ['new', 'started', 'solved']

export interface Filters {
  /** As it was typed. */
  readonly query: string
  /** Null: all. */
  readonly topic: string | null
  /** Empty: all. */
  readonly difficulties: readonly Difficulty[]
  /** Empty: all. */
  readonly states: readonly ExerciseState[]
}

export const NO_FILTERS: Filters = { query: '', topic: null, difficulties: [], states: [] }

export const isFiltered = ({ query, topic, difficulties, states }: Filters): boolean =>
  query.trim() !== '' || topic !== null || difficulties.length > 0 || states.length > 0

/** @param search of an address: `?q=cookie&difficulty=easy,hard`. What it names that there is not is left out. */
export const readFilters = (search: string, topics: readonly string[]): Filters => {
  const params = new URLSearchParams(search)
  const named = (name: string): readonly string[] => (params.get(name) ?? '').split(',')
  const topic = params.get('topic')
  return {
    query: params.get('q') ?? '',
    topic: topic !== null && topics.includes(topic) ? topic : null,
    difficulties: DIFFICULTIES.filter(difficulty => named('difficulty').includes(difficulty)),
    states: STATES.filter(state => named('state').includes(state)),
  }
}

/** The same, back: `?q=cookie`; empty when nothing is filtered. */
export const writeFilters = ({ query, topic, difficulties, states }: Filters): string => {
  const params = new URLSearchParams()
  if (query.trim() !== '') params.set('q', query)
  if (topic !== null) params.set('topic', topic)
  if (difficulties.length > 0) params.set('difficulty', difficulties.join(','))
  if (states.length > 0) params.set('state', states.join(','))
  // A comma needs no escape in a query, and reads better.
  const text = params.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** Without case and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Each word that was typed is in the title, the summary or a topic, or is the number. */
const isFound = ({ number, summary: { title, summary, topics } }: Stop, query: string): boolean => {
  const text = plain([title, summary, ...topics].join('\n'))
  const words = plain(query).split(/\s+/).filter(Boolean)
  return words.every(word => text.includes(word) || (/^\d+$/.test(word) && Number(word) === number))
}

export const matches = (stop: Stop, state: ExerciseState, filters: Filters): boolean => {
  const { query, topic, difficulties, states } = filters
  return (
    (topic === null || stop.summary.topics.includes(topic)) &&
    (difficulties.length === 0 || difficulties.includes(stop.summary.difficulty)) &&
    (states.length === 0 || states.includes(state)) &&
    isFound(stop, query)
  )
}

/** Every topic with how many exercises are about it, from A to Z. */
export const topicsOf = (
  summaries: readonly ExerciseSummary[],
): readonly (readonly [topic: string, count: number])[] => {
  const counts = new Map<string, number>()
  for (const topic of summaries.flatMap(({ topics }) => topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a.localeCompare(b, 'en'))
}
