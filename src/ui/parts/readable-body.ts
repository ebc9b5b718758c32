/**
 * A body as text for a person: JSON laid out, long bodies cut, with a note that says so.
 * @module
 */

import type { Body } from '../../http/http.ts'

/** Characters shown of one body. */
export const SHOWN_LENGTH = 16 * 1024

export interface ReadableBody {
  readonly text: string
  /** What the text does not say by itself: that it is empty, cut, or not text. */
  readonly note: string | null
}

const inKilobytes = (length: number) => `${Math.round(length / 1024).toLocaleString('en')} kB`

function layOut(text: string): string {
  if (!/^\s*[[{]/.test(text) || text.length > SHOWN_LENGTH) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

export function readableBody(body: Body): ReadableBody {
  if ('base64' in body) {
    const bytes = Math.floor((body.base64.replace(/=+$/, '').length * 3) / 4)
    const note = `${bytes.toLocaleString('en')} bytes that are not UTF-8 text, shown as base64.`
    return { text: body.base64.slice(0, SHOWN_LENGTH), note }
  }
  if (body.text === '') return { text: '', note: 'Empty body' }
  const text = layOut(body.text)
  if (text.length <= SHOWN_LENGTH) return { text, note: null }
  return {
    text: text.slice(0, SHOWN_LENGTH),
    note: `The first ${inKilobytes(SHOWN_LENGTH)} of ${inKilobytes(text.length)}.`,
  }
}
