/**
 * Newline-delimited JSON out of a body: one value per line, each line ended.
 * @module
 */

import { parseJson, type Readable, value } from './actual.ts'
import type { Json } from './expectation.ts'

/** The list of the values; a line that is not JSON, and so an empty one as well, makes all unreadable. */
export const readJsonLines = (body: Readable): Readable => {
  if (body.kind !== 'value') return body
  const text = String(body.value).replace(/\r?\n$/u, '')
  const list: Json[] = []
  for (const [index, line] of (text === '' ? [] : text.split(/\r?\n/u)).entries()) {
    const parsed = parseJson(line, `line [${index}]`)
    if (parsed.kind !== 'value') return parsed
    list.push(parsed.value)
  }
  return value(list)
}
