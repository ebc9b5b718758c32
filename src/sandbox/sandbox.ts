/**
 * Where a program runs. An engine knows nothing of exercises or checks: it starts a program and sends it requests.
 * What one engine lacks is not in this interface, and nothing of an engine is reachable beside it.
 * @module
 */

import type { Program } from '../compile/program.ts'
import type { AppFailure, Exchange, HttpRequest, LogLine } from '../http/http.ts'

export type EngineName = 'embedded' | 'webcontainer' | 'node'

/** What the program finds as `c.env` and as the second argument of `fetch`. */
export type Env = Readonly<Record<string, string>>

export interface Sandbox {
  readonly engine: EngineName
  /**
   * Gets ready to start programs; a second call waits for the first.
   * @throws {SandboxError} `unsupported` or `boot-failed`
   */
  boot(report: (stage: string) => void): Promise<void>
  /**
   * Puts a program into a realm that no other program shares. Nothing of it is evaluated before `fresh()`.
   * Aborting the signal ends the app at once; every pending call rejects with `aborted`.
   */
  start(program: Program, options: { readonly signal: AbortSignal }): Promise<App>
  dispose(): void
}

/**
 * The program's own doing comes back as data; the methods reject with a `SandboxError` only. Calls are performed in the
 * order in which they are made, so a caller need not wait for one before it makes the next.
 */
export interface App {
  /** Evaluates every module anew, with the timers and globals of the evaluation before gone. */
  fresh(options: { readonly env: Env }): Promise<Started>
  /** Sends one request to the app evaluated last. After a failure, requests fail as well until the next `fresh()`. */
  send(request: HttpRequest, options: { readonly timeLimit: number }): Promise<Exchange>
  /** What happened since the last answer: call it after the last request of a check. */
  settle(): Promise<Settled>
  stop(): Promise<void>
}

export interface Started {
  readonly failure: AppFailure | null
  /** Console lines written while the modules were loading. */
  readonly log: readonly LogLine[]
}

export interface Settled {
  readonly failure: AppFailure | null
  readonly log: readonly LogLine[]
}

/**
 * - `unsupported`: this browser lacks something the engine needs
 * - `boot-failed`, `start-failed`: the engine could not be made ready, or could not take a program
 * - `timed-out`: the engine (not the program) did not answer in time
 * - `crashed`: the realm went away without the program having done anything that explains it
 * - `aborted`: the caller's signal was aborted
 */
export type SandboxErrorCode = 'unsupported' | 'boot-failed' | 'start-failed' | 'timed-out' | 'crashed' | 'aborted'

/** Our fault, never the learner's. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError'
  constructor(
    readonly code: SandboxErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
