/**
 * Text of a program that a browser can lay out. A letter may carry any number of combining marks, and a letter with
 * thousands of them takes a browser seconds.
 * @module
 */

/** More than any language puts on one letter. */
const TOO_MANY = /(\p{M}{8})\p{M}+/gu

/** The text with at most eight marks on a letter; `…` stands for the others. */
export const fewMarks = (text: string): string => text.replace(TOO_MANY, '$1…')
