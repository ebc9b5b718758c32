/**
 * Small changes to words.
 * @module
 */

/** Errors are written without a capital and a full stop. */
export const wholeSentence = (message: string): string => `${firstUpper(message).replace(/[.]$/, '')}.`

export const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
