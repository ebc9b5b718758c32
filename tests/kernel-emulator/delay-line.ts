/**
 * Things that arrive later than they were sent, in the order in which they were sent.
 * @module
 */

export class DelayLine<T> {
  readonly #deliver: (item: T) => void
  readonly #waiting: { readonly item: T; readonly due: number }[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(deliver: (item: T) => void) {
    this.#deliver = deliver
  }

  /** @param delay ms; with 0, and nothing on the way, it arrives at once */
  send(item: T, delay: number): void {
    if (delay === 0 && this.#waiting.length === 0) {
      this.#deliver(item)
      return
    }
    const last = this.#waiting.at(-1)?.due ?? 0
    this.#waiting.push({ item, due: Math.max(last, performance.now() + delay) })
    this.#timer ??= setTimeout(this.#arrive, delay)
  }

  /** What is on the way is lost. */
  cut(): void {
    clearTimeout(this.#timer)
    this.#waiting.length = 0
  }

  readonly #arrive = (): void => {
    this.#timer = undefined
    const now = performance.now()
    while (this.#waiting[0] && this.#waiting[0].due <= now) {
      const [first] = this.#waiting.splice(0, 1)
      if (first) this.#deliver(first.item)
    }
    const next = this.#waiting[0]
    // A timer may fire up to a millisecond early.
    if (next) this.#timer = setTimeout(this.#arrive, Math.max(1, next.due - now))
  }
}
