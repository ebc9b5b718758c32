/**
 * The page that tries the engines out in the browser it is opened in.
 * @module
 */

/** @param base the address of the site */
export const selfTest = (base: string): string => new URL('selftest/', base).href
