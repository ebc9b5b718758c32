/**
 * Why there is no WebContainer, or not any more, as errors and as a state.
 * @module
 */

import { SandboxError } from '../sandbox/sandbox.ts'
import type { ContainerStatus } from '../sandbox/webcontainer/status.ts'

type Failed = Extract<ContainerStatus, { kind: 'failed' }>

/** What was asked for is of no use to anybody any more. */
export const unwanted = (): SandboxError =>
  new SandboxError('aborted', 'could not go on: because there is no WebContainer any more; run again')

export const turnedOff = (): SandboxError =>
  new SandboxError(
    'unsupported',
    'could not start the WebContainer: because it is turned off; turn it on in the menu of engines',
  )

/** As a failure of the container that was up. */
export class LostError extends SandboxError {
  readonly problem = 'lost'
  constructor(why: string) {
    super('crashed', `could not go on: because the WebContainer went away (${why}); try again`)
  }
}

/** It answers, but not as it should. */
export class SelfCheckError extends SandboxError {
  constructor(fault: string) {
    super('boot-failed', `could not use the WebContainer: because ${fault}; try again, and let the self-test say more`)
  }
}

/** How it stands after an error; of those that are not known, that Node could not be started in it. */
export const failedOf = (error: unknown): Failed => {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof SelfCheckError) return { kind: 'failed', problem: 'self-check-failed', message, remedy: 'retry' }
  const told: Partial<Failed> = error instanceof Error ? { ...error } : {}
  return { kind: 'failed', problem: told.problem ?? 'no-runner', message, remedy: told.remedy ?? 'retry' }
}
