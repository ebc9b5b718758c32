/**
 * What a terminal is given: the last of what was written, and all that follows.
 * @module
 */

/** Characters; as much as a person would scroll back. */
const kept = 200_000

export class TerminalText {
  #text = ''
  readonly #writers = new Set<(text: string) => void>()

  write(text: string): void {
    this.#text = (this.#text + text).slice(-kept)
    for (const write of this.#writers) write(text)
  }

  /** @returns what ends it */
  follow(write: (text: string) => void): () => void {
    if (this.#text !== '') write(this.#text)
    this.#writers.add(write)
    return () => void this.#writers.delete(write)
  }
}
