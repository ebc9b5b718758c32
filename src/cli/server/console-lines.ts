/**
 * What a server writes to its console, as log lines that are handed out once.
 * @module
 */

import { setImmediate as turn } from 'node:timers/promises'
import type { LogLevel, LogLine } from '../../http/http.ts'

export interface LineLimits {
  /** Lines that are kept until somebody takes them. */
  readonly lines: number
  /** Characters of a line. */
  readonly size: number
}

export class ConsoleLines {
  #lines: LogLine[] = []
  #dropped = 0
  /** What was written after the last line break, by level. */
  readonly #rest = new Map<LogLevel, string>()

  constructor(private readonly limits: LineLimits) {}

  write(level: LogLevel, text: string): void {
    const pieces = `${this.#rest.get(level) ?? ''}${text}`.split(/\r?\n/)
    this.#rest.set(level, (pieces.pop() ?? '').slice(0, this.limits.size))
    for (const piece of pieces) this.#add({ level, text: piece.slice(0, this.limits.size) })
  }

  /**
   * Everything that came since it was asked last, a line without an end included. Waits for one look at the pipes: what a
   * server wrote before it answered is in them when its answer is.
   */
  async take(): Promise<readonly LogLine[]> {
    // The first turn may come before the event loop looks at the pipes, the second comes after.
    await turn()
    await turn()
    for (const [level, text] of this.#rest) if (text !== '') this.#add({ level, text })
    this.#rest.clear()
    const taken = this.#lines
    if (this.#dropped > 0) taken.push({ level: 'warn', text: `(${this.#dropped} more lines are not kept)` })
    this.#lines = []
    this.#dropped = 0
    return taken
  }

  #add(line: LogLine): void {
    if (this.#lines.length < this.limits.lines) this.#lines.push(line)
    else this.#dropped++
  }
}
