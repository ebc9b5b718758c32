/**
 * What a terminal is given: the last of what was written, and all that follows.
 * @module
 */

/** Characters; as much as a person would scroll back. */
const kept = 200_000
/** ms; a terminal that is written to for every piece does nothing else. */
const together = 30

export class TerminalText {
  #text = ''
  /** Written, and not handed over yet. */
  #pending: string[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #writers = new Set<(text: string) => void>()

  write(text: string): void {
    this.#pending.push(text)
    this.#timer ??= setTimeout(() => this.#handOver(), together)
  }

  /** @returns what ends it */
  follow(write: (text: string) => void): () => void {
    if (this.#text !== '') write(this.#text)
    this.#writers.add(write)
    return () => void this.#writers.delete(write)
  }

  /** Lets go of what was written. */
  clear(): void {
    this.#text = ''
    this.#pending = []
  }

  #handOver(): void {
    this.#timer = undefined
    const text = this.#pending.join('').slice(-kept)
    this.#pending = []
    this.#text = (this.#text + text).slice(-kept)
    for (const write of this.#writers) write(text)
  }
}
