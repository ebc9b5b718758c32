/**
 * Saves drafts as they are typed: one write at a time, always the newest, so that fast typing queues nothing.
 * @module
 */

import type { Draft } from './drafts.ts'
import type { Saving } from './state.ts'

/** Most writes take a few ms; only a longer one is reported as under way. */
const worthSaying = 300

export class DraftSaver {
  #next: Draft | null = null
  #current: Draft | null = null
  #writing = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly write: (draft: Draft) => Promise<void>,
    private readonly report: (saving: Saving) => void,
  ) {}

  save(draft: Draft): void {
    this.#next = draft
    this.#timer ??= setTimeout(() => this.report({ kind: 'saving' }), worthSaying)
    if (!this.#writing) void this.#drain()
  }

  /** The newest draft that is not known to be written; null when everything is. */
  pending(): Draft | null {
    return this.#next ?? this.#current
  }

  async #drain(): Promise<void> {
    this.#writing = true
    try {
      while (this.#next) {
        this.#current = this.#next
        this.#next = null
        await this.write(this.#current)
        this.#current = null
      }
      this.#end({ kind: 'saved' })
    } catch (error) {
      // A draft that came meanwhile is newer than the one that failed, and is not given up with it.
      if (this.#next) return void this.#drain()
      this.#end({ kind: 'unavailable', why: whyNotSaved(error) })
    } finally {
      this.#writing = false
    }
  }

  #end(saving: Saving): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.report(saving)
  }
}

export const whyNotSaved = (error: unknown): string => {
  const reason = error instanceof Error ? error.message || error.name : String(error)
  return `could not save your code in this browser: because ${reason}; keep this page open, or copy your code or a share link`
}
