/**
 * Performs checks against one app: for each a fresh evaluation, its requests, and what happens after the last answer.
 * @module
 */

import type { Check } from '../check/check.ts'
import type { CheckTranscript, NotRunReason } from '../check/result.ts'
import type { LogLine } from '../http/http.ts'
import type { Limits } from '../sandbox/limits.ts'
import type { App } from '../sandbox/sandbox.ts'

export interface PerformOptions {
  readonly limits: Limits
  /** Aborted, together with the app, when the run's time is used up. */
  readonly outOfTime: AbortSignal
}

export interface Performing {
  /** One per check, in order, each settled as its check is done. */
  readonly transcripts: readonly Promise<CheckTranscript>[]
  /** Console lines of the first evaluation; every further one repeats them. */
  readonly log: readonly LogLine[]
}

export const untouched: CheckTranscript = {
  startFailure: null,
  exchanges: [],
  endFailure: null,
  endLog: [],
  notRun: null,
}

/**
 * The first check is waited for: a program that takes too long to load would make every further check wait as long.
 * The calls of all others are made at once, so that the app never waits for this thread.
 */
export const performChecks = async (
  app: App,
  checks: readonly Check[],
  options: PerformOptions,
): Promise<Performing> => {
  const [first, ...others] = checks
  if (!first) return { transcripts: [], log: [] }
  const { transcript, log } = await perform(app, first, options)
  const timedOut: CheckTranscript = { ...untouched, notRun: { kind: 'start-timed-out' } }
  const rest =
    transcript.startFailure?.kind === 'timed-out'
      ? others.map(async () => timedOut)
      : others.map(async check => (await perform(app, check, options)).transcript)
  return { transcripts: [Promise.resolve(transcript), ...rest], log }
}

interface Performed {
  readonly transcript: CheckTranscript
  readonly log: readonly LogLine[]
}

const perform = async (app: App, check: Check, { limits, outOfTime }: PerformOptions): Promise<Performed> => {
  try {
    const [started, sent, settled] = await Promise.all([
      app.fresh({ env: {} }),
      Promise.all(check.steps.map(({ request }) => app.send(request, { timeLimit: limits.request }))),
      app.settle(),
    ])
    const { log } = started
    if (started.failure) return { transcript: { ...untouched, startFailure: started.failure }, log }
    const broken = sent.findIndex(({ failure }) => failure !== null)
    if (broken >= 0) return { transcript: { ...untouched, exchanges: sent.slice(0, broken + 1) }, log }
    return { transcript: { ...untouched, exchanges: sent, endFailure: settled.failure, endLog: settled.log }, log }
  } catch (error) {
    if (!outOfTime.aborted) throw error
    const notRun: NotRunReason = { kind: 'run-limit', ms: limits.run }
    return { transcript: { ...untouched, notRun }, log: [] }
  }
}
