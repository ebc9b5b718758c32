/**
 * What can be derived from the workspace's state. Nothing here is stored.
 * @module
 */

import type { Check } from '../check/check.ts'
import type { Outcome } from '../check/result.ts'
import type { SourceFiles } from '../compile/program.ts'
import { firstPath, withGiven } from '../exercise/given.ts'
import { passed, type RunResult } from '../run/verdict.ts'
import type { WorkspaceState } from './state.ts'

/** Every file of the program: the learner's, and those that the exercise gives. */
export const allFiles = ({ exercise, files }: WorkspaceState): SourceFiles => withGiven(exercise, files)

/** `first` is the one that cannot be removed; `given` ones are the exercise's, to be read and not edited. */
export type FileKind = 'first' | 'own' | 'given'

export const fileKind = ({ exercise }: WorkspaceState, path: string): FileKind => {
  if (Object.hasOwn(exercise.given, path)) return 'given'
  return path === firstPath(exercise) ? 'first' : 'own'
}

/** Whether the last verdict is about files that have been edited since. */
export const isStale = (state: WorkspaceState): boolean => state.verdict !== null && state.ranOn !== state.files

/** Whether the files as they are pass every check. */
export const isSolved = (state: WorkspaceState): boolean =>
  state.verdict !== null && !isStale(state) && passed(state.verdict)

/** Whether the last verdict was that all is right, whatever was typed since: what is offered then does not come and go. */
export const wasSolved = (state: WorkspaceState): boolean => state.verdict !== null && passed(state.verdict)

/** A check of the exercise and the newest that is known about it. */
export interface ShownResult {
  readonly check: Check
  /** Null when this check was never run. */
  readonly result: RunResult | null
  /** Whether the result is about files that have been edited since. */
  readonly stale: boolean
}

function deriveResults(state: WorkspaceState): readonly ShownResult[] {
  const arriving = state.run.phase === 'running' ? state.run.progress.results : []
  const fresh = new Map(arriving.map(result => [result.check, result]))
  const last = new Map(state.verdict?.results.map(result => [result.check, result]))
  const stale = isStale(state)
  return state.exercise.checks.map(check => {
    const arrived = fresh.get(check.id)
    if (arrived !== undefined) return { check, result: arrived, stale: false }
    const result = last.get(check.id) ?? null
    return { check, result, stale: result !== null && stale }
  })
}

const derived = new WeakMap<WorkspaceState, readonly ShownResult[]>()

/** Per check, in the exercise's order, the newest result. The same state gives the same array. */
export function shownResults(state: WorkspaceState): readonly ShownResult[] {
  const known = derived.get(state)
  if (known !== undefined) return known
  const results = deriveResults(state)
  derived.set(state, results)
  return results
}

/** How many checks have which outcome; `total` also counts the checks that were never run. */
export type Counts = Readonly<Record<Outcome | 'total', number>>

export function counts(results: readonly ShownResult[]): Counts {
  const count = (outcome: Outcome) => results.filter(({ result }) => result?.outcome === outcome).length
  return {
    passed: count('passed'),
    failed: count('failed'),
    broke: count('broke'),
    'not-run': count('not-run'),
    total: results.length,
  }
}

/** The check that deserves a look: the first that failed or broke, null when there is none. */
export function firstProblem(results: readonly ShownResult[]): string | null {
  const problem = results.find(({ result }) => result?.outcome === 'failed' || result?.outcome === 'broke')
  return problem?.check.id ?? null
}

/** Whether any check of the exercise makes values from the seed. */
export const hasGenerated = ({ exercise }: WorkspaceState): boolean => exercise.checks.some(generates)

/** Whether the check makes values from the seed. */
export const generates = ({ values }: Check): boolean => Object.keys(values ?? {}).length > 0
