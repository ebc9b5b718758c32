/**
 * Places in the learner's files that a text names, as stack traces do: `(app.ts:6:67)`.
 * @module
 */

import type { SourceFiles } from '../../compile/program.ts'
import type { SourcePosition } from '../../http/http.ts'

export interface TextPart {
  readonly text: string
  /** Null for what is only text. */
  readonly place: SourcePosition | null
}

/** A path begins where no letter of a path stands before: tried at every letter, a long word would take a second. */
const PLACE = /(?<![\w./-])([\w./-]+\.[cm]?[jt]sx?):(\d+):(\d+)/g

/** The parts make up the text. Only places in `files` count. */
export function splitAtPlaces(text: string, files: SourceFiles): readonly TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(PLACE)) {
    const [whole, path = '', line, column] = match
    if (!Object.hasOwn(files, path)) continue
    parts.push({ text: text.slice(end, match.index), place: null })
    parts.push({ text: whole, place: { path, line: Number(line), column: Number(column) } })
    end = match.index + whole.length
  }
  parts.push({ text: text.slice(end), place: null })
  return parts.filter(part => part.text !== '')
}
