/**
 * Whether a program passes every check, and no more than that.
 * @module
 */

import type { Outcome } from '../../check/result.ts'
import { type Job, type Pipeline, runChecks } from '../../run/run.ts'
import type { Verdict } from '../../run/verdict.ts'

export type Trial =
  | { readonly kind: 'passes' }
  /** `by` is the id of a check that it does not pass. */
  | { readonly kind: 'caught'; readonly by: string }
  | { readonly kind: 'did-not-compile' }

const firstMissed = (results: readonly { readonly check: string; readonly outcome: Outcome }[]): Trial => {
  const missed = results.find(({ outcome }) => outcome !== 'passed')
  return missed ? { kind: 'caught', by: missed.check } : { kind: 'passes' }
}

/** What a whole run says. */
export const trialOf = ({ diagnostics, results }: Pick<Verdict, 'diagnostics' | 'results'>): Trial =>
  diagnostics.length > 0 ? { kind: 'did-not-compile' } : firstMissed(results)

/** Aborts the run at the first check that is not passed. */
export const tryProgram = async (job: Job, pipeline: Pipeline): Promise<Trial> => {
  const end = new AbortController()
  // An object, because it is changed in a callback.
  const found: { trial: Trial } = { trial: { kind: 'passes' } }
  try {
    const verdict = await runChecks(job, pipeline, {
      signal: end.signal,
      report({ results }) {
        if (found.trial.kind === 'caught') return
        found.trial = firstMissed(results)
        if (found.trial.kind === 'caught') end.abort()
      },
    })
    return trialOf(verdict)
  } catch (error) {
    // Whatever is said of a run that was ended here is about its end.
    if (found.trial.kind === 'caught') return found.trial
    throw error
  }
}
