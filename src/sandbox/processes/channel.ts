/**
 * What differs between the engines that run programs in processes: how a process with a runner in it is started, spoken
 * to and ended.
 * @module
 */

import type { ToRunner } from '../runner/protocol.ts'

/** What the sandbox hears of one process. Nothing is called before `Spawn` has returned. */
export interface ProcessEvents {
  /** What the runner said, in order. The program runs in the same process: it may have any shape. */
  readonly message: (value: unknown) => void
  /** The process ended by itself, after everything that it wrote. */
  readonly ended: (why: string) => void
  /** Where the process was is gone, which is not the program's doing: a whole sentence with what to do. */
  readonly lost: (why: string) => void
}

export interface RunnerChannel {
  say(message: ToRunner): void
  /** Ends the process at once, whatever it is doing. */
  kill(): void
  /** What Node itself wrote, to explain why it could not start. */
  complaint(): string
}

export type Spawn = (events: ProcessEvents) => RunnerChannel

/** The processes of one engine. */
export interface Processes {
  readonly spawn: Spawn
  /**
   * Sees to it that processes can be started and find these packages; those that there are may be lost by it.
   * @throws {SandboxError}
   */
  readonly prepare: (packages: readonly string[]) => Promise<void>
  /** How long a process may take until it is ready, ms. */
  readonly readyLimit: number
  /** What to do when none can be started, as the end of a sentence. */
  readonly remedy: string
}
