/**
 * Text by the character: a character is a Unicode code point, so that an emoji is never cut in half.
 * @module
 */

export const characterCount = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}

const isHighSurrogate = (text: string, index: number): boolean => /[\ud800-\udbff]/.test(text.charAt(index))
const isLowSurrogate = (text: string, index: number): boolean => /[\udc00-\udfff]/.test(text.charAt(index))

/** Whether a cut before `index` (in UTF-16 units) would go through a character. */
export const splitsCharacter = (text: string, index: number): boolean =>
  isHighSurrogate(text, index - 1) && isLowSurrogate(text, index)

/** The beginning of a text: at most `limit` UTF-16 units, only whole characters. */
export const cutText = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  return text.slice(0, splitsCharacter(text, limit) ? limit - 1 : limit)
}

const format = new Intl.NumberFormat('en')

/** `12,345` */
export const thousands = (count: number): string => format.format(count)

/** `1 key`, `3 keys`, `12,345 keys`. */
export const plural = (count: number, noun: string): string => `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`
