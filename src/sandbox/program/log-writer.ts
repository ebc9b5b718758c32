/**
 * Sends console lines to the supervisor: at once while they are few, so that the last words before an endless loop are
 * not lost, and in batches when they are many.
 * @module
 */

import type { LogLevel, LogLine } from '../../http/http.ts'
import type { Limits } from '../limits.ts'

const batch = 100
/** How many messages of one line each are sent within `window` ms before batching begins. */
const single = 20
const window = 100

export class LogWriter {
  #lines: LogLine[] = []
  #sent = 0
  #since = 0
  /** Programs may redefine the clock. */
  readonly #now = performance.now.bind(performance)
  #written = 0
  #size = 0

  constructor(
    private readonly limits: Pick<Limits, 'logLines' | 'logSize'>,
    private readonly send: (lines: readonly LogLine[]) => void,
  ) {}

  /** @returns false when the line was dropped because the run has written enough */
  readonly write = (level: LogLevel, text: string): boolean => {
    if (this.#written > this.limits.logLines || this.#size > this.limits.logSize) return false
    this.#written += 1
    this.#size += text.length
    this.#lines.push({ level, text })
    if (this.#mayPost() || this.#lines.length >= batch) this.#post()
    return true
  }

  /** Sends what is waiting: call it before everything that ends a request. */
  flush(): void {
    if (this.#lines.length > 0) this.#post()
  }

  #mayPost(): boolean {
    const now = this.#now()
    if (now - this.#since > window) {
      this.#since = now
      this.#sent = 0
    }
    return this.#sent < single
  }

  #post(): void {
    const lines = this.#lines
    this.#lines = []
    this.#sent += 1
    this.send(lines)
  }
}
