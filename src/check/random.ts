/**
 * Numbers that look random and always come again: from a text, a 32-bit hash (FNV-1a), and from that a series.
 * @module
 */

import { AuthoringError } from './authoring-error.ts'

export interface Random {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  /** @throws {AuthoringError} when there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item
}

export const randomFrom = (text: string): Random => {
  let state = hash(text)
  /** A Weyl sequence through an avalanche of shifts and multiplications, as in SplitMix. */
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    int,
    pick: items => {
      const item = items[int(0, items.length - 1)]
      if (item === undefined)
        throw new AuthoringError('could not choose a value: because the choice has none; list some')
      return item
    },
  }
}

const hash = (text: string): number => {
  let result = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    result = Math.imul(result ^ text.charCodeAt(index), 0x01000193)
  }
  return result
}
