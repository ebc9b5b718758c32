/**
 * The seed from which a page's checks make their generated values: of the address when it names one, else drawn once.
 * @module
 */

/** A seed is a whole number from 1, and no larger than the draw below gives. */
const largest = 999_999

export const isSeed = (seed: number): boolean => Number.isInteger(seed) && seed >= 1 && seed <= largest

/** Short enough to be read aloud. */
export const drawSeed = (): number => 1 + Math.floor(Math.random() * 9_999)

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
  const seed = /^[0-9]+$/.test(named) ? Number(named) : Number.NaN
  if (isSeed(seed)) return { seed, problem: null }
  const why = `could not use the seed "${named.slice(0, 40)}" of the address: because it is not a whole number from 1 to ${largest}`
  return { seed: null, problem: `${why}; other values are used` }
}
