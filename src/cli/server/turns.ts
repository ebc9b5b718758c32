/**
 * Calls that wait for each other.
 * @module
 */

import { SandboxError } from '../../sandbox/sandbox.ts'

export class Turns {
  #last: Promise<unknown> = Promise.resolve()
  #ended = false

  /** Makes the call when all earlier ones are done. Rejects with `aborted` when the end came first. */
  next<Value>(call: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(async () => {
      this.#throwIfEnded()
      const value = await call()
      // What came of it may only be that the app was ended.
      this.#throwIfEnded()
      return value
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** No call begins after this; resolves when the one that is going on is done. */
  async end(): Promise<void> {
    this.#ended = true
    await this.#last
  }

  #throwIfEnded(): void {
    if (this.#ended) throw new SandboxError('aborted', 'The app was stopped.')
  }
}
