/**
 * The cases in the engine of a page, in whatever browser the page is open.
 * @module
 */

import type { Verdict } from '../../src/run/verdict.ts'
import { type Batch, checksOf, type Outcomes, outcomesOf } from '../../src/selftest/conformance/batch.ts'
import type { Outcome } from '../../src/selftest/conformance/normalise.ts'
import type { ChecksJob } from '../../src/workspace/scripting.ts'

/** Gives `window.rendition.runChecks` of the page a job, and its verdict back. */
export type RunInPage = (job: ChecksJob) => Promise<Verdict>

/** All batches in one page, one after the other. */
export const runInPage = async (batches: readonly Batch[], run: RunInPage): Promise<Outcomes> => {
  const outcomes = new Map<string, Outcome>()
  for (const batch of batches) {
    const verdict = await run({ files: batch.files, checks: checksOf(batch) })
    for (const [id, outcome] of await outcomesOf(batch, verdict)) outcomes.set(id, outcome)
  }
  return outcomes
}
