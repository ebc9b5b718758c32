/**
 * What the sandbox knows of the packages in a container: most are there from the start, others only when they were asked
 * for.
 * @module
 */

import { SandboxError } from '../sandbox.ts'
import type { ToContainer } from './protocol.ts'

interface Ask {
  readonly packages: readonly string[]
  readonly settle: (error: SandboxError | null) => void
}

export class ProvidedPackages {
  readonly #there = new Set<string>()
  readonly #asks = new Map<number, Ask>()
  #lastAsk = 0

  /**
   * Resolves when processes find all of them.
   * @param post speaks to the container
   * @throws {SandboxError} `start-failed` when they cannot be had, `crashed` when the container is lost meanwhile
   */
  async provide(packages: readonly string[], post: (message: ToContainer) => void): Promise<void> {
    const missing = packages.filter(one => !this.#there.has(one))
    if (missing.length === 0) return
    this.#lastAsk += 1
    const ask = this.#lastAsk
    await new Promise<void>((resolve, reject) => {
      this.#asks.set(ask, { packages: missing, settle: error => (error ? reject(error) : resolve()) })
      post({ type: 'provide', ask, packages: missing })
    })
  }

  /** @param why they are not there, as a whole sentence; null when they are */
  answered(ask: number, why: string | null): void {
    const asked = this.#asks.get(ask)
    this.#asks.delete(ask)
    if (why === null) for (const one of asked?.packages ?? []) this.#there.add(one)
    asked?.settle(why === null ? null : new SandboxError('start-failed', why))
  }

  /** The container is gone, with all that was in it. */
  lose(why: string): void {
    this.#there.clear()
    for (const { settle } of this.#asks.values()) settle(new SandboxError('crashed', why))
    this.#asks.clear()
  }
}
