/**
 * Knows whether a tab died while it ran a program. Each page marks its runs under a key of its own in localStorage, and
 * holds a Web Lock for as long as it lives, which the browser releases when it dies. A mark whose page holds no lock is
 * a crash; a mark whose page does is another tab at work.
 * @module
 */

const lockOf = (page: string): string => `rendition-page-${page}`

/** ms; a program needs seconds to use up a tab's memory, and this thread is never the one that it runs on. */
const notAtOnce = 100

export class CrashGuard {
  readonly #prefix: string
  readonly #page = crypto.getRandomValues(new Uint32Array(2)).join('-')
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(exercise: string) {
    this.#prefix = `rendition:running:${exercise}:`
    // Held until the page goes away.
    navigator.locks?.request(lockOf(this.#page), () => new Promise(() => undefined)).catch(() => undefined)
    addEventListener('pagehide', () => this.ended())
  }

  /** Whether a page died while it ran this exercise. Its mark is taken away by being read. */
  async crashed(): Promise<boolean> {
    const held = (await navigator.locks?.query())?.held ?? []
    const living = new Set(held.map(({ name }) => name))
    const dead = marksOf(this.#prefix).filter(key => !living.has(lockOf(key.slice(this.#prefix.length))))
    for (const key of dead) remove(key)
    return dead.length > 0
  }

  /** Marks the run when it is not over at once: writing for every key typed would cost more than most runs. */
  began(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => write(this.#prefix + this.#page, 'running'), notAtOnce)
  }

  ended(): void {
    clearTimeout(this.#timer)
    remove(this.#prefix + this.#page)
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
const marksOf = (prefix: string): string[] =>
  attempt(() => Object.keys(localStorage).filter(key => key.startsWith(prefix)), [])
const write = (key: string, value: string): void => attempt(() => localStorage.setItem(key, value), undefined)
const remove = (key: string): void => attempt(() => localStorage.removeItem(key), undefined)
