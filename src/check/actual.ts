/**
 * Short ways to say what was found.
 * @module
 */

import type { Json } from './expectation.ts'
import { nestingDepth } from './json.ts'
import type { Actual } from './result.ts'
import { cutText } from './text.ts'

/** What is always there, if it can be read. */
export type Readable = Extract<Actual, { kind: 'value' | 'unreadable' }>

export const unreadable = (why: string): Readable => ({ kind: 'unreadable', why })
export const value = (read: Json): Readable => ({ kind: 'value', value: read })
export const missing: Actual = { kind: 'missing' }

/** Deeper JSON cannot be walked, printed or posted between workers without the stack running out. */
const DEEPEST = 500

/**
 * A JSON text's value.
 * @param what the text, as the subject of a sentence: `the body`
 */
export const parseJson = (text: string, what: string): Readable => {
  if (text === '') return unreadable(`${what} is empty`)
  if (nestingDepth(text) > DEEPEST) return unreadable(`${what} is nested more than ${DEEPEST} levels deep`)
  try {
    return value(JSON.parse(text))
  } catch {
    const shown = cutText(text, 60)
    return unreadable(
      shown === text
        ? `${what} is not JSON: ${JSON.stringify(text)}`
        : `${what} is not JSON: it begins with ${JSON.stringify(shown)}`,
    )
  }
}
