/**
 * What the program writes, on its way to the sandbox.
 * @module
 */

import type { LogLevel } from '../../http/http.ts'
import { LogWriter } from '../program/log-writer.ts'
import type { Line } from './line.ts'
import type { RunnerLimits } from './protocol.ts'

export class Log {
  readonly #writer: LogWriter
  #muted = false
  /** Hands over the start of a line that the program has not ended. */
  onFlush: () => void = () => undefined

  constructor(limits: Pick<RunnerLimits, 'logLines' | 'logSize'>, line: Line) {
    this.#writer = new LogWriter(limits, lines => line.say({ type: 'log', lines }))
  }

  /** @returns false when nothing more will be kept */
  readonly write = (level: LogLevel, text: string): boolean => this.#muted || this.#writer.write(level, text)

  /** Sends what is waiting: call it before everything that ends a task. */
  flush(): void {
    this.onFlush()
    this.#writer.flush()
  }

  /** Of an evaluation that is over; a server would have ended by now. */
  end(): void {
    this.flush()
    this.mute()
  }

  /** What is still written by an evaluation that is over belongs to nobody. */
  mute(): void {
    this.#muted = true
  }

  unmute(): void {
    this.#muted = false
  }
}
