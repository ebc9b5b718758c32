/**
 * The seed that a page's address names, from which its checks make their generated values.
 * @module
 */

import { LARGEST_SEED, parseSeed } from '../run/seed.ts'

export interface ReadSeed {
  /** Null when the address names none, or none that can be used. */
  readonly seed: number | null
  /** Why what the address names cannot be used, as a sentence. */
  readonly problem: string | null
}

/** @param query the address's query, `?seed=4711` */
export const readSeed = (query: string): ReadSeed => {
  const named = new URLSearchParams(query).get('seed')
  if (named === null) return { seed: null, problem: null }
  const seed = parseSeed(named)
  if (seed !== null) return { seed, problem: null }
  const why = `could not use the seed "${named.slice(0, 40)}" of the address: because it is not a whole number from 1 to ${LARGEST_SEED}`
  return { seed: null, problem: `${why}; other values are used` }
}
