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
  /**
   * Ends the app and with it every check that is not done. Its reason is a `NotRunReason`: the caller aborts it when the
   * run's time is used up, and it is aborted here when the program takes too long to load, since it would for every check.
   */
  readonly end: AbortController
}

export interface Performed {
  readonly transcript: CheckTranscript
  /** Console lines of this check's evaluation; those of other checks are the same. */
  readonly loadLog: readonly LogLine[]
}

export const untouched: CheckTranscript = {
  startFailure: null,
  exchanges: [],
  endFailure: null,
  endLog: [],
  notRun: null,
}

/**
 * The calls of all checks are made at once and performed in order, so that the app never waits for this thread.
 * @returns one promise per check, settled as the check is done
 */
export const performChecks = (app: App, checks: readonly Check[], options: PerformOptions): Promise<Performed>[] =>
  checks.map(check => perform(app, check, options))

const perform = async (app: App, check: Check, { limits, end }: PerformOptions): Promise<Performed> => {
  const starting = app.fresh({ env: {} }).then(started => {
    if (started.failure?.kind === 'timed-out') end.abort({ kind: 'start-timed-out' } satisfies NotRunReason)
    return started
  })
  const sending = check.steps.map(({ request }) => app.send(request, { timeLimit: limits.request }))
  const settling = app.settle()
  // Each is looked at below; a rejection that comes while an earlier one is waited for is not unhandled.
  for (const call of [...sending, settling]) call.catch(() => undefined)
  try {
    const { failure, log: loadLog } = await starting
    if (failure) return { transcript: { ...untouched, startFailure: failure }, loadLog }
    const sent = await Promise.all(sending)
    const broken = sent.findIndex(exchange => exchange.failure !== null)
    if (broken >= 0) return { transcript: { ...untouched, exchanges: sent.slice(0, broken + 1) }, loadLog }
    const settled = await settling
    return {
      transcript: { ...untouched, exchanges: sent, endFailure: settled.failure, endLog: settled.log },
      loadLog,
    }
  } catch (error) {
    if (!end.signal.aborted) throw error
    const notRun: NotRunReason = end.signal.reason
    return { transcript: { ...untouched, notRun }, loadLog: [] }
  }
}
