/**
 * Bytes ↔ `Body`.
 * @module
 */

import type { Body } from './http.ts'

/** `text` when the bytes are valid UTF-8 (a byte order mark is kept), otherwise `base64`. */
export const bodyOf = (bytes: Uint8Array): Body => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { base64: base64Of(bytes) }
  }
}

export const bytesOf = (body: Body): Uint8Array<ArrayBuffer> => {
  if ('text' in body) return new TextEncoder().encode(body.text)
  const binary = atob(body.base64)
  const bytes = new Uint8Array(binary.length)
  // Not `Uint8Array.from` with a callback, which takes twenty times as long.
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}

/** In pieces: `String.fromCharCode` takes no more arguments than the stack holds. */
export const base64Of = (bytes: Uint8Array): string => {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)))
  }
  return btoa(pieces.join(''))
}
