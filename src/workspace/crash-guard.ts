/**
 * Knows whether a tab died during a run. A mark in localStorage names the run's page; the page holds a Web Lock for as
 * long as it lives, which the browser releases when it dies. A mark whose page holds no lock is a crash, a mark whose
 * page does is another tab at work.
 * @module
 */

const lockOf = (page: string): string => `rendition-page-${page}`

/** ms; a program needs seconds to use up a tab's memory, and this thread is never the one that it runs on. */
const notAtOnce = 100

export class CrashGuard {
  readonly #key: string
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #page = crypto.getRandomValues(new Uint32Array(2)).join('-')

  constructor(exercise: string) {
    this.#key = `rendition:running:${exercise}`
    // Held until the page goes away.
    navigator.locks?.request(lockOf(this.#page), () => new Promise(() => undefined)).catch(() => undefined)
    addEventListener('pagehide', () => this.ended())
  }

  /** Whether the last page that ran this exercise died while it did. The mark is taken away by being read. */
  async crashed(): Promise<boolean> {
    const page = read(this.#key)
    if (page === null || page === this.#page) return false
    const held = (await navigator.locks?.query())?.held ?? []
    if (held.some(({ name }) => name === lockOf(page))) return false
    remove(this.#key)
    return true
  }

  /** Marks the run when it is not over at once: writing for every key typed would cost more than most runs. */
  began(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => write(this.#key, this.#page), notAtOnce)
  }

  ended(): void {
    clearTimeout(this.#timer)
    if (read(this.#key) === this.#page) remove(this.#key)
  }
}

/** Where storage is blocked there is no guard, and the page works all the same. */
const attempt = <T>(work: () => T, otherwise: T): T => {
  try {
    return work()
  } catch {
    return otherwise
  }
}
const read = (key: string): string | null => attempt(() => localStorage.getItem(key), null)
const write = (key: string, value: string): void => attempt(() => localStorage.setItem(key, value), undefined)
const remove = (key: string): void => attempt(() => localStorage.removeItem(key), undefined)
