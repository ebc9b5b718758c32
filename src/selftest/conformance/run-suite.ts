/**
 * Puts the cases to one engine, program by program.
 * @module
 */

import type { Job } from '../../run/run.ts'
import type { Verdict } from '../../run/verdict.ts'
import { batchesOf, checksOf, type Outcomes, outcomesOf } from './batch.ts'
import { type Case, idOf, type Suite } from './case.ts'
import type { Outcome } from './normalise.ts'

/** What came of the cases so far. */
export interface SuiteRun {
  readonly outcomes: Outcomes
  /** Programs that the engine could not be asked with: why, a whole sentence each. */
  readonly failures: readonly string[]
}

export interface SuiteOptions {
  /** When it is aborted, what was found until then is the result. */
  readonly signal: AbortSignal
  /** Called after each program with the number of cases that were put until now. */
  readonly report: (run: SuiteRun, done: number) => void
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One after the other: some cases are about which of two things comes first. */
export const runSuite = async (
  { programs }: Suite,
  cases: readonly Case[],
  runChecks: (job: Job, signal: AbortSignal) => Promise<Verdict>,
  { signal, report }: SuiteOptions,
): Promise<SuiteRun> => {
  const outcomes = new Map<string, Outcome>()
  const failures: string[] = []
  let done = 0
  for (const batch of batchesOf(cases, program => programs[program] ?? {})) {
    try {
      const job: Job = { exercise: { id: 'conformance', checks: checksOf(batch) }, files: batch.files, seed: 1 }
      const verdict = await runChecks(job, signal)
      for (const [id, outcome] of await outcomesOf(batch, verdict)) outcomes.set(id, outcome)
    } catch (error) {
      if (signal.aborted) break
      const [first] = batch.cases
      failures.push(`${messageOf(error)} (the program ${batch.program}, from ${first ? idOf(first) : 'no case'} on)`)
    }
    done += batch.cases.length
    report({ outcomes, failures }, done)
  }
  return { outcomes, failures }
}
