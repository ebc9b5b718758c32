/**
 * All that holds for every exercise: the one list that `verify` and the tests go by.
 * @module
 */

import { withGiven } from '../../exercise/given.ts'
import type { Verdict } from '../../run/verdict.ts'
import type { OpenEngine } from '../engines/engine.ts'
import { RECORDED_SEED } from '../recording/record.ts'
import { limitCalls } from './limit-calls.ts'
import { rulesOfAnswers } from './rules-of-answers.ts'
import { rulesOfBrief } from './rules-of-brief.ts'
import { rulesOfChecks } from './rules-of-checks.ts'
import { rulesOfRecording } from './rules-of-recording.ts'
import type { Rule, RunProgram, VerifiedExercise } from './verified.ts'

export { rulesOfRuns } from './rules-of-runs.ts'

/** What can be seen without running anything. */
export const rules: readonly Rule[] = [...rulesOfBrief, ...rulesOfChecks, ...rulesOfAnswers, ...rulesOfRecording]

/**
 * Runs an exercise's programs with the values that were recorded. The same files are run once, however many rules ask.
 */
export const createRun = (
  { id, checks, content }: VerifiedExercise,
  engine: Pick<OpenEngine, 'run' | 'atOnce'>,
): RunProgram => {
  const limited = limitCalls(engine.atOnce)
  const verdicts = new Map<string, Promise<Verdict>>()
  return (files, only) => {
    const key = JSON.stringify([files, only])
    const asked = only === undefined ? checks : checks.filter(check => check.id === only)
    const job = { exercise: { id, checks: asked }, files: withGiven(content, files), seed: RECORDED_SEED }
    const verdict = verdicts.get(key) ?? limited(() => engine.run(job))
    verdicts.set(key, verdict)
    return verdict
  }
}
