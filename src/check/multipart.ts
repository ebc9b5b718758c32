/**
 * multipart/form-data bodies (RFC 7578), the same bytes for the same parts every time.
 * @module
 */

import { bodyOf, bytesOf } from '../http/body.ts'
import type { Body } from '../http/http.ts'
import type { FormPart } from './check.ts'

/** A file without a type is `application/octet-stream`, as browsers send it; other parts have none of their own. */
export const encodeMultipart = (parts: readonly FormPart[]): { readonly type: string; readonly body: Body } => {
  const encoded = parts.map(part => ({ head: headOf(part), content: bytesOf(part.content) }))
  const boundary = boundaryFor(encoded.map(({ content }) => new TextDecoder('latin1').decode(content)))
  const pieces = encoded.flatMap(({ head, content }) => [bytes(`--${boundary}\r\n${head}\r\n`), content, bytes('\r\n')])
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: bodyOf(concat([...pieces, bytes(`--${boundary}--\r\n`)])),
  }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => bytesOf({ text })

const headOf = ({ name, filename, type }: FormPart): string => {
  const file = filename === undefined ? '' : `; filename="${quoted(filename)}"`
  const contentType = type ?? (filename === undefined ? undefined : 'application/octet-stream')
  const disposition = `Content-Disposition: form-data; name="${quoted(name)}"${file}\r\n`
  return contentType === undefined ? disposition : `${disposition}Content-Type: ${contentType}\r\n`
}

/** As browsers do (HTML standard, "multipart/form-data encoding algorithm"). */
const quoted = (text: string): string => text.replace(/\r/gu, '%0D').replace(/\n/gu, '%0A').replace(/"/gu, '%22')

/** The first of a series that no part's content holds. */
const boundaryFor = (contents: readonly string[]): string => {
  let count = 0
  while (contents.some(content => content.includes(`rendition-form-${count}`))) count += 1
  return `rendition-form-${count}`
}

const concat = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
