/**
 * Notices a process that writes without end: everything that it writes crosses the page's thread.
 * @module
 */

/** Characters in any second. The runner says what is long by way of files. */
const most = 4_000_000
const second = 1_000

export class Flood {
  #began = 0
  #written = 0

  isTooMuch(text: string): boolean {
    const now = performance.now()
    if (now - this.#began > second) {
      this.#began = now
      this.#written = 0
    }
    this.#written += text.length
    return this.#written > most
  }
}
