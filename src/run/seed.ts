/**
 * Seeds: what the generated values of a run are made from.
 * @module
 */

/** Short enough to be typed again. */
export const LARGEST_SEED = 999_999

/** A seed is a whole number from 1 to `LARGEST_SEED`. */
export const isSeed = (seed: number): boolean => Number.isInteger(seed) && seed >= 1 && seed <= LARGEST_SEED

/** Null when the text is not the digits of a seed. */
export const parseSeed = (text: string): number | null => {
  const seed = /^\d+$/.test(text) ? Number(text) : 0
  return isSeed(seed) ? seed : null
}

/** Short enough to be read aloud. */
export const drawSeed = (): number => 1 + Math.floor(Math.random() * 9_999)
