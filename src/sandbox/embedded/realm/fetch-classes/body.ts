/**
 * The methods that read a body, of Request and of Response alike.
 * @module
 */

import { apply, getterOf, patch, type RealmScope } from '../primordials.ts'
import { formNameReader } from './form-names.ts'
import type { Platform } from './platform.ts'
import { streamReader } from './read-stream.ts'
import { type MessageRecord, recordOf } from './record.ts'

const METHODS = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'] as const
const FORM_TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded']
// Node's sentences, because learners meet them in a 500's log; Chromium says "Failed to fetch" for both.
const NOT_A_FORM = 'Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".'
const BAD_FORM = 'Failed to parse body as FormData.'

/** `multipart/form-data` of `Multipart/Form-Data; boundary=x`. */
const essenceOf = (contentType: string): string => contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''

type Bytes = Uint8Array<ArrayBuffer>

const decoder = new TextDecoder()
const { parse } = JSON
/** What needs no parser of the platform. */
const FROM_BYTES: Readonly<Record<string, (bytes: Bytes) => unknown>> = {
  arrayBuffer: bytes => bytes.buffer,
  bytes: bytes => bytes,
  json: bytes => parse(decoder.decode(bytes)),
  text: bytes => decoder.decode(bytes),
}

/**
 * Makes bodies that came from streams reject with the stream's error, and `formData()` say what is wrong with the body.
 */
export const patchBody = <T extends Request | Response>(
  scope: RealmScope,
  platform: Platform,
  prototype: T,
  headersOf: (of: T) => Headers,
): void => {
  const bodyOf = getterOf(prototype, 'body')
  const bodyUsed = getterOf(prototype, 'bodyUsed')
  const locked = getterOf(scope.ReadableStream.prototype, 'locked')
  const readStream = streamReader(scope)
  const readNames = formNameReader(scope)

  const usable = (message: T): boolean => {
    const body = bodyOf(message)
    return !bodyUsed(message) && (body === null || !locked(body))
  }
  const typeOf = (message: T, record: MessageRecord): string =>
    platform.getHeader(record.headers ?? headersOf(message), 'content-type') ?? ''

  for (const name of METHODS) {
    const native: unknown = Reflect.get(prototype, name)
    const ofResponse: unknown = Reflect.get(platform.Response.prototype, name)
    if (typeof native !== 'function' || typeof ofResponse !== 'function') continue

    /** The platform's parsers get a Response with the same bytes. */
    const parsed = (bytes: Bytes, type: string): Promise<unknown> =>
      apply(ofResponse, new platform.Response(bytes, type === '' ? {} : { headers: { 'content-type': type } }), [])

    const readForm = async (bytes: Bytes | null, message: T, record: MessageRecord): Promise<unknown> => {
      const type = typeOf(message, record)
      try {
        const form = await (bytes ? parsed(bytes, type) : apply(native, message, []))
        // In the other kind of form a name may have these characters, and the platform has read them already.
        return essenceOf(type) === FORM_TYPES[0] ? readNames(form) : form
      } catch {
        throw new TypeError(FORM_TYPES.includes(essenceOf(type)) ? BAD_FORM : NOT_A_FORM)
      }
    }
    patch(prototype, {
      async [name]() {
        const record = recordOf(this)
        // Looking at `body` makes the platform build a stream, so the plain cases do without.
        const isPlain = record === null || (!record.streamed && name !== 'formData')
        if (isPlain) return apply(native, this, [])
        // Not the platform's own refusal: Firefox says afterwards that a locked body was used.
        if (!usable(this)) throw new TypeError('Body is unusable: Body has already been read')
        const body = record.streamed ? bodyOf(this) : null
        const bytes = body && (await readStream(body))
        if (name === 'formData') return readForm(bytes, this, record)
        if (!bytes) return apply(native, this, [])
        const fromBytes = FROM_BYTES[name]
        return fromBytes ? fromBytes(bytes) : parsed(bytes, typeOf(this, record))
      },
    })
  }
}
