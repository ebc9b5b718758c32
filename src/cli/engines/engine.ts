/**
 * An engine as a command needs it: programs in, verdicts out.
 * @module
 */

import type { Job } from '../../run/run.ts'
import type { Verdict } from '../../run/verdict.ts'
import { UsageError } from '../arguments.ts'
import type { Trial } from './trial.ts'

export const ENGINES = ['node', 'embedded'] as const
export type CliEngine = (typeof ENGINES)[number]

export interface OpenEngine {
  readonly name: CliEngine
  /** How many runs it can do at a time without their getting in each other's way. */
  readonly atOnce: number
  /** @throws {Error} only when the engine itself is at fault; whatever the program did is in the verdict */
  run(job: Job): Promise<Verdict>
  /**
   * Runs a program only to find out whether it passes: where the engine can, to the first check that it does not pass.
   * @throws {Error} as `run`
   */
  try(job: Job): Promise<Trial>
  close(): Promise<void>
}

/** What is said while an engine gets ready. */
export type Tell = (text: string) => void

/** @throws {UsageError} when there is no such engine */
export const readEngine = (name: string): CliEngine => {
  const engine = ENGINES.find(one => one === name)
  if (engine) return engine
  throw new UsageError(`there is no engine "${name}"`, `choose one of ${ENGINES.join(', ')}`)
}
