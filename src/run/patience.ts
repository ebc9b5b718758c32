/**
 * How long a run waits for messages on its WebSockets. A program whose sockets open and then say nothing would hold up
 * every step that listens for the whole limit, and the run would end before its checks do.
 * @module
 */

/** Of the limit: what is waited at least, for an app that is only slow. */
const LEAST = 1 / 10

/** Each time nothing came, the next wait is half as long. */
export class Patience {
  #left = 1

  /** @param limit of the first wait, ms */
  constructor(private readonly limit: number) {}

  /** Of the next wait. */
  get ms(): number {
    return this.limit * this.#left
  }

  nothingCame(): void {
    this.#left = Math.max(this.#left / 2, LEAST)
  }
}
