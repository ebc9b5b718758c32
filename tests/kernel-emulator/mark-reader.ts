/**
 * Takes numbers out of a stream of bytes, in which each stands between a mark and a semicolon.
 * @module
 */

/** Longer than any number that comes. */
const DIGITS = 12

export class MarkReader {
  readonly #mark: Buffer
  readonly #onBytes: (bytes: Buffer) => void
  readonly #onNumber: (number: number) => void
  /** What may be the beginning of a mark. */
  #held = Buffer.alloc(0)

  /**
   * @param mark a NUL stands before it in the stream
   * @param onBytes called with everything but marks and their numbers, in order
   */
  constructor(mark: string, onBytes: (bytes: Buffer) => void, onNumber: (number: number) => void) {
    this.#mark = Buffer.from(`\0${mark}`)
    this.#onBytes = onBytes
    this.#onNumber = onNumber
  }

  push(bytes: Buffer): void {
    let rest = Buffer.concat([this.#held, bytes])
    for (;;) {
      const at = rest.indexOf(this.#mark)
      const end = at === -1 ? rest.length - this.#overlap(rest) : at
      if (end > 0) this.#onBytes(rest.subarray(0, end))
      this.#held = rest.subarray(end)
      const number = /^(\d+);/.exec(this.#held.toString('latin1', this.#mark.length, this.#mark.length + DIGITS))
      if (at === -1 || !number) return
      rest = this.#held.subarray(this.#mark.length + number[0].length)
      this.#onNumber(Number(number[1]))
    }
  }

  /** How many bytes at the end are the beginning of a mark. */
  #overlap(bytes: Buffer): number {
    let from = Math.max(0, bytes.length - this.#mark.length)
    while (!this.#mark.subarray(0, bytes.length - from).equals(bytes.subarray(from))) from++
    return bytes.length - from
  }
}
