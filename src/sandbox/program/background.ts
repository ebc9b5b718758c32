/**
 * What a program handed to `waitUntil` during one evaluation, and the context in which it finds that method.
 * @module
 */

/** Programs may redefine it afterwards. */
const PlatformPromise = Promise

export class Background {
  #waiting: Promise<void>[] = []

  /**
   * Nobody handles the promise that `then` makes here, so a rejection is reported as every other that is unhandled: at
   * once, whether or not anybody waits for the background by then.
   */
  readonly add = (work: unknown): void => {
    this.#waiting.push(
      new PlatformPromise(resolve => {
        void PlatformPromise.resolve(work).then(
          () => resolve(),
          error => {
            resolve()
            throw error
          },
        )
      }),
    )
  }

  /** The third argument of `fetch`, as Hono's `ExecutionContext` has it. */
  get context() {
    return { props: {}, waitUntil: this.add, passThroughOnException: () => undefined }
  }

  /** Resolves when everything so far has come to its end, whichever. */
  async settled(): Promise<void> {
    await PlatformPromise.all(this.#waiting)
  }

  forget(): void {
    this.#waiting = []
  }
}
