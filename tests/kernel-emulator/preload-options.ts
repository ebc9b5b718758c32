/**
 * What a process is told before its program starts, in an environment variable that the preload takes away.
 * @module
 */

import type { Chaos } from './chaos.ts'

export interface PreloadOptions extends Pick<Chaos, 'noRawMode' | 'loseAsyncContext'> {
  /** Path of the emulator's named pipe. */
  readonly channel: string
  /** By which number the emulator knows the process. */
  readonly process: number
  /** Names of the variables that its environment has. */
  readonly env: readonly string[]
  /** The signal that asks it to end itself, as soon as its event loop hears it; `false` if it is ended by force. */
  readonly softKill: NodeJS.Signals | false
}
