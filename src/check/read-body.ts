/**
 * A body in the ways that a subject can ask for. What is costly is done once an answer, however many expectations look.
 * @module
 */

import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { base64Of, bytesOf } from '../http/body.ts'
import type { HttpResponse } from '../http/http.ts'
import { parseJson, type Readable, unreadable, value } from './actual.ts'

const once = (read: (response: HttpResponse) => Readable): ((response: HttpResponse) => Readable) => {
  const known = new WeakMap<HttpResponse, Readable>()
  return response => {
    const before = known.get(response)
    if (before) return before
    const found = response.complete ? read(response) : unreadable('the body did not arrive whole')
    known.set(response, found)
    return found
  }
}

export const bodyText = once(({ body }) =>
  'text' in body ? value(body.text) : unreadable('the body is not text: its bytes are not valid UTF-8'),
)

export const bodyJson = once(response => {
  const text = bodyText(response)
  return text.kind === 'value' ? parseJson(String(text.value), 'the body') : text
})

export const bodyBase64 = once(({ body }) => value('base64' in body ? body.base64 : base64Of(bytesOf(body))))

export const bodySha256 = once(({ body }) => value(bytesToHex(digest(bytesOf(body)))))

/** A character whose bytes are in two chunks belongs to the second. */
export const bodyChunks = once(response => {
  const text = bodyText(response)
  if (text.kind !== 'value') return text
  const bytes = bytesOf(response.body)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let at = 0
  return value(
    response.chunks.map(({ size }) => {
      at += size
      return decoder.decode(bytes.subarray(at - size, at), { stream: true })
    }),
  )
})

export const bodyStreamed = once(({ chunks }) => {
  const [first, last] = [chunks[0], chunks.at(-1)]
  return value(first !== undefined && last !== undefined && first.at < last.at)
})
