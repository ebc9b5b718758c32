/**
 * Cuts a stream of bytes in pieces whose lengths follow from a seed.
 * @module
 */

/** The cuts are at the same places of the stream however it comes in. */
export class Cutter {
  readonly #random: () => number
  /** Bytes until the next cut. */
  #left = 0

  constructor(seed: number) {
    this.#random = mulberry32(seed)
  }

  /** @param most the longest piece, bytes; at least 1 */
  cut(bytes: Uint8Array, most: number): Uint8Array[] {
    const pieces: Uint8Array[] = []
    for (let at = 0; at < bytes.length; ) {
      if (this.#left === 0) this.#left = 1 + Math.floor(this.#random() * most)
      const piece = bytes.subarray(at, at + this.#left)
      pieces.push(piece)
      at += piece.length
      this.#left -= piece.length
    }
    return pieces
  }
}

/** Tommy Ettinger's generator of numbers from 0 to 1. */
const mulberry32 = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}
