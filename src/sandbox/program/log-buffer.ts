/**
 * The console lines of one app, kept until somebody takes them, with the limits of a run.
 * @module
 */

import type { LogLine } from '../../http/http.ts'
import type { Limits } from '../limits.ts'

export class LogBuffer {
  #waiting: LogLine[] = []
  #lines = 0
  #size = 0
  #full = false

  constructor(private readonly limits: Pick<Limits, 'logLines' | 'logSize'>) {}

  add(lines: readonly LogLine[]): void {
    for (const line of lines) {
      if (this.#full) return
      this.#lines += 1
      this.#size += line.text.length
      this.#full = this.#lines >= this.limits.logLines || this.#size >= this.limits.logSize
      this.#waiting.push(line)
      if (this.#full) {
        const { logLines, logSize } = this.limits
        const text = `(console lines past ${logLines} lines or ${Math.round(logSize / 1024)} kB of one run are not kept)`
        this.#waiting.push({ level: 'warn', text })
      }
    }
  }

  /** The lines since the last call. */
  take(): readonly LogLine[] {
    const lines = this.#waiting
    this.#waiting = []
    return lines
  }
}
