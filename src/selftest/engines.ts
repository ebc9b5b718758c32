/**
 * What the self-test needs of the engines. The composition root gives it the very ones that the exercises run in.
 * @module
 */

import type { WebContainer } from '@webcontainer/api'
import type { Job } from '../run/run.ts'
import type { Verdict } from '../run/verdict.ts'

/** In the order in which they are tested. */
export const ENGINES = ['embedded', 'webcontainer'] as const
export type TestedEngine = (typeof ENGINES)[number]

/** Called with what is being waited for, in a few words, whenever that changes. */
export type ReportStage = (stage: string) => void

export interface SelfTestEngines {
  /**
   * Boots the container of this page; one that is up is given as it is.
   * @throws {Error} whose message is a whole sentence
   */
  bootContainer(report: ReportStage): Promise<WebContainer>
  /**
   * Ends the container with all that runs in it, and boots another.
   * @throws {Error} whose message is a whole sentence
   */
  restartContainer(report: ReportStage): Promise<WebContainer>
  /**
   * Runs checks on files in one engine.
   * @throws {Error} only for what is not the program's doing; its message is a whole sentence
   */
  runChecks(engine: TestedEngine, job: Job, signal: AbortSignal): Promise<Verdict>
}
