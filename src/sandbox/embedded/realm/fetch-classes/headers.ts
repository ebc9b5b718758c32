/**
 * Headers that keep every name. A browser drops `Set-Cookie` from a Response and `Cookie`, `Origin`, `Host` and others
 * from a Request (Fetch standard, forbidden names); headers made by `new Headers()` keep them, as Node does.
 * @module
 */

import { methodOf, patch } from '../primordials.ts'
import type { Platform } from './platform.ts'
import { type MessageRecord, peerOf, setPeer, setRecord } from './record.ts'

const CONTENT_TYPE = 'content-type'

/** The program's headers of a message: the same object each time they are read. */
export const ownHeaders = (platform: Platform, record: MessageRecord, peer: Headers): Headers => {
  if (record.headers === null) {
    record.headers = new platform.Headers(peer)
    setPeer(record.headers, peer)
  }
  return record.headers
}

/**
 * What the platform's constructor is told of the program's headers. It reads the content type, for `blob()` and
 * `formData()`, and nothing else; handing over all of them would cost a second round of its iteration protocol.
 */
export const nativeHeadersOf = (platform: Platform, headers: Headers): Record<string, string> => {
  const value = platform.getHeader(headers, CONTENT_TYPE)
  return value === null ? {} : { [CONTENT_TYPE]: value }
}

/** Makes `headers` those of a message whose platform headers are `peer`, with the content type its body brought. */
export const adoptHeaders = (platform: Platform, headers: Headers, peer: Headers): Headers => {
  if (!platform.hasHeader(headers, CONTENT_TYPE)) {
    const added = platform.getHeader(peer, CONTENT_TYPE)
    if (added !== null) platform.setHeader(headers, CONTENT_TYPE, added)
  }
  setPeer(headers, peer)
  return headers
}

/** Gives a clone what is remembered of its original, with headers of its own. */
export const copyRecord = (platform: Platform, record: MessageRecord | null, clone: object, peer: Headers): void => {
  if (record === null) return
  const headers = record.headers === null ? null : new platform.Headers(record.headers)
  if (headers !== null) setPeer(headers, peer)
  setRecord(clone, { ...record, headers })
}

/**
 * Repeats every change of the content type on the platform's headers, because `formData()` and `blob()` read it there.
 */
export const patchHeaders = (platform: Platform): void => {
  const { prototype } = platform.Headers
  const append = methodOf(prototype.append)
  const { getHeader, setHeader, deleteHeader } = platform

  const repeat = (headers: Headers, name: unknown): void => {
    if (typeof name === 'string' && name.length !== CONTENT_TYPE.length) return
    const peer = peerOf(headers)
    if (peer === null) return
    const value = getHeader(headers, CONTENT_TYPE)
    if (value === null) deleteHeader(peer, CONTENT_TYPE)
    else setHeader(peer, CONTENT_TYPE, value)
  }
  patch(prototype, {
    append(...args: [name: string, value: string]) {
      append(this, ...args)
      repeat(this, args[0])
    },
    delete(...args: [name: string]) {
      deleteHeader(this, ...args)
      repeat(this, args[0])
    },
    set(...args: [name: string, value: string]) {
      setHeader(this, ...args)
      repeat(this, args[0])
    },
  })
}
