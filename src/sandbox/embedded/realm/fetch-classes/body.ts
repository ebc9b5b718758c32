/**
 * The methods that read a body, of Request and of Response alike.
 * @module
 */

import { apply, getterOf, patch, type RealmScope } from '../primordials.ts'
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

  const usable = (message: T): boolean => {
    const body = bodyOf(message)
    return !bodyUsed(message) && (body === null || !locked(body))
  }
  const contentType = (message: T, record: MessageRecord): string =>
    platform.getHeader(record.headers ?? headersOf(message), 'content-type') ?? ''

  /** The message itself, or a Response with the same bytes when only a reader can tell why its stream failed. */
  const readable = async (message: T, record: MessageRecord): Promise<T | Response> => {
    const body = record.streamed ? bodyOf(message) : null
    if (body === null) return message
    const bytes = await readStream(body)
    const type = contentType(message, record)
    return new platform.Response(bytes, type === '' ? {} : { headers: { 'content-type': type } })
  }

  for (const name of METHODS) {
    const onMessage: unknown = Reflect.get(prototype, name)
    const onResponse: unknown = Reflect.get(platform.Response.prototype, name)
    if (typeof onMessage !== 'function' || typeof onResponse !== 'function') continue
    const call = (on: T | Response, message: T): Promise<unknown> =>
      apply(on === message ? onMessage : onResponse, on, [])

    const read = async (message: T, record: MessageRecord): Promise<unknown> =>
      call(await readable(message, record), message)

    const readForm = async (message: T, record: MessageRecord): Promise<unknown> => {
      const isForm = FORM_TYPES.includes(essenceOf(contentType(message, record)))
      const source = await readable(message, record)
      try {
        return await call(source, message)
      } catch {
        throw new TypeError(isForm ? BAD_FORM : NOT_A_FORM)
      }
    }
    patch(prototype, {
      async [name]() {
        const record = recordOf(this)
        if (record === null || !usable(this)) return call(this, this)
        return name === 'formData' ? readForm(this, record) : read(this, record)
      },
    })
  }
}
