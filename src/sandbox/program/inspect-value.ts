/**
 * Values as text: as Node prints them, so that every engine writes the same line, but bounded in time and length.
 * Whatever the program hands over, a text comes back and nothing is thrown.
 * @module
 */

import { formatWithOptions, inspect } from 'node-inspect-extracted'
import { isSmall, showPart } from './large-value.ts'

/** Characters of one text; what is past it is counted. */
export const TEXT_LIMIT = 8_000
/** Arguments of one console call; what is past it is counted. */
const ARGUMENT_LIMIT = 100
const OPTIONS = { maxStringLength: TEXT_LIMIT, maxArrayLength: 100 }
/** How deep Node's inspect looks by itself, for `%o`, and how deep we look before JSON for `%j`. */
const DEPTH = { default: 3, '%o': 5, '%j': 16 }

/** At most `limit` characters, never half of a surrogate pair, and how many more there are. */
export const clip = (text: string, limit: number, alreadyHidden = 0): string => {
  if (text.length <= limit && alreadyHidden === 0) return text
  const last = text.charCodeAt(limit - 1)
  const end = text.length > limit && last >= 0xd800 && last <= 0xdbff ? limit - 1 : Math.min(limit, text.length)
  return `${text.slice(0, end)}… ${text.length - end + alreadyHidden} more characters`
}

// Frames of the engine and of packages: they run from blob URLs, the learner's files have names.
const FOREIGN_FRAMES = /\n\s+at [^\n]*\bblob:[^\n]*/g
const withoutForeignFrames = (text: string): string =>
  text.includes('blob:') ? text.replace(FOREIGN_FRAMES, '') : text

/** Stands for a value that cannot be shown. */
export const UNSHOWABLE = '[a value that threw while it was being shown]'

/** One value as `console.log` would show it inside other text. */
export const inspectValue = (value: unknown, options: { depth?: number; breakLength?: number } = {}): string => {
  try {
    const text = isSmall(value, DEPTH.default) ? inspect(value, { ...OPTIONS, ...options }) : showPart(value, OPTIONS)
    return clip(withoutForeignFrames(text), TEXT_LIMIT)
  } catch {
    return UNSHOWABLE
  }
}

const bounded = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return value.slice(0, TEXT_LIMIT)
  return isSmall(value, depth) ? value : showPart(value, OPTIONS)
}

/** The arguments of a console call as one text, printf-style directives replaced (Node, `util.format`). */
export const formatArguments = (args: readonly unknown[]): string => {
  const [first] = args
  const directives = typeof first === 'string' ? first.slice(0, TEXT_LIMIT) : ''
  const depth = directives.includes('%j') ? DEPTH['%j'] : directives.includes('%o') ? DEPTH['%o'] : DEPTH.default
  const shown = args.slice(0, ARGUMENT_LIMIT)
  let hidden = 0
  for (const arg of args) if (typeof arg === 'string') hidden += Math.max(0, arg.length - TEXT_LIMIT)
  let text: string
  try {
    text = formatWithOptions(OPTIONS, ...shown.map(arg => bounded(arg, depth)))
  } catch {
    text = shown.map(arg => (typeof arg === 'string' ? clip(arg, TEXT_LIMIT) : inspectValue(arg))).join(' ')
  }
  if (args.length > shown.length) text += ` … ${args.length - shown.length} more arguments`
  return clip(withoutForeignFrames(text), TEXT_LIMIT, hidden)
}
