/**
 * Text whose every character is known, so that what is lost or changed of it on its way is seen.
 * @module
 */

export const alphabet = (length: number): string =>
  Array.from({ length }, (_, index) => String.fromCharCode(97 + (index % 26))).join('')

/** Bytes of every value, over and over again. */
export const everyByte = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index % 256)

export const isEveryByte = (bytes: Uint8Array): boolean => bytes.every((byte, index) => byte === index % 256)

/** The middle one of numbers; of an even count the upper of the two in the middle, 0 of none. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
