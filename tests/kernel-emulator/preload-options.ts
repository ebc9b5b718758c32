/**
 * What a process is told before its program starts, in an environment variable that the preload takes away.
 * @module
 */

import type { Chaos } from './chaos.ts'

export interface PreloadOptions extends Pick<Chaos, 'noRawMode' | 'loseAsyncContext'> {
  /** Path of the emulator's socket. */
  readonly channel: string
  readonly id: number
}
