/**
 * Why there is no WebContainer, in words for a person.
 * @module
 */

import { SandboxError } from '../../sandbox.ts'
import type { ContainerProblem } from '../status.ts'

/** A button that can do something about it. */
export type Remedy = 'retry' | 'reload' | 'none'

export class ContainerError extends SandboxError {
  constructor(
    readonly problem: ContainerProblem,
    readonly remedy: Remedy,
    /** A whole sentence. */
    message: string,
    options?: ErrorOptions,
  ) {
    super(problem === 'not-isolated' ? 'unsupported' : 'boot-failed', message, options)
  }
}

export const notIsolated = (why: string): ContainerError =>
  new ContainerError('not-isolated', 'none', `could not start the WebContainer: because ${why}`)

export const unreachable = (host: string): ContainerError =>
  new ContainerError(
    'unreachable',
    'retry',
    `could not start the WebContainer: because ${host} could not be reached; you may be offline, or a firewall or a content blocker is in the way`,
  )

export const stalled = (seconds: number): ContainerError =>
  new ContainerError(
    'stalled',
    'reload',
    `could not start the WebContainer: because its host answered and then did not finish starting within ${seconds} s; reload the page to try again`,
  )

/** What a person can look at when it says no itself (webcontainer.md §3). */
export const refused = (cause: unknown): ContainerError =>
  new ContainerError(
    'refused',
    'retry',
    `could not start the WebContainer: because it refused (${reasonOf(cause)}); allow cookies and storage for its frame, leave a private window, or close other tabs that need much memory`,
    { cause },
  )

export const mountFailed = (why: string, cause?: unknown): ContainerError =>
  new ContainerError(
    'mount-failed',
    'retry',
    `could not give the WebContainer its packages: because ${why}; try again`,
    cause === undefined ? {} : { cause },
  )

export const needsReload = (): ContainerError =>
  new ContainerError(
    'needs-reload',
    'reload',
    'could not restart the WebContainer: because the one before did not end; reload the page',
  )

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
