/**
 * What was kept of an exercise, when it is opened again.
 * @module
 */

import type { SourceFiles } from '../compile/program.ts'
import type { Exercise } from '../exercise/exercise.ts'
import { whyNotSaved } from './draft-saver.ts'
import type { Drafts } from './drafts.ts'
import type { Saving } from './state.ts'

export interface Recalled {
  readonly files: SourceFiles
  readonly aside: readonly SourceFiles[]
  readonly paused: boolean
  readonly saving: Saving
}

/** The kept draft, or the start files with the reason why there is none. */
export const recall = async (drafts: Drafts, exercise: Exercise): Promise<Recalled> => {
  const fresh = { files: exercise.start, aside: [], paused: false }
  try {
    const loaded = await drafts.load(exercise.id)
    if (loaded.kind === 'draft') return { ...loaded.draft, saving: { kind: 'saved' } }
    if (loaded.kind === 'none') return { ...fresh, saving: { kind: 'saved' } }
    const why =
      'could not open your draft: because what this browser kept of it is damaged; it was put aside, and the exercise starts anew'
    return { ...fresh, saving: { kind: 'unavailable', why } }
  } catch (error) {
    return { ...fresh, saving: { kind: 'unavailable', why: whyNotSaved(error) } }
  }
}
