/**
 * The seed from which generated values are made.
 * @module
 */

import { UsageError } from './arguments.ts'

/** As in the page's address: short enough to be typed again. */
const LARGEST = 999_999

/**
 * @param text what was typed after `--seed`; null draws one
 * @throws {UsageError} when it is no seed
 */
export const readSeed = (text: string | null): number => {
  if (text === null) return 1 + Math.floor(Math.random() * 9_999)
  const seed = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (seed >= 1 && seed <= LARGEST) return seed
  throw new UsageError(`the seed "${text}" is no whole number from 1 to ${LARGEST}`, 'give such a number')
}
