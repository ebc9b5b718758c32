/**
 * The seed from which generated values are made.
 * @module
 */

import { drawSeed, LARGEST_SEED, parseSeed } from '../run/seed.ts'
import { UsageError } from './arguments.ts'

/**
 * @param text what was typed after `--seed`; null draws one
 * @throws {UsageError} when it is no seed
 */
export const readSeed = (text: string | null): number => {
  if (text === null) return drawSeed()
  const seed = parseSeed(text)
  if (seed !== null) return seed
  throw new UsageError(`the seed "${text}" is no whole number from 1 to ${LARGEST_SEED}`, 'give such a number')
}
