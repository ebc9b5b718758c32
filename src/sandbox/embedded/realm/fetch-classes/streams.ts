/**
 * Bodies from async iterables, which Node takes and browsers turn into "[object AsyncGenerator]", and
 * `ReadableStream.from`, which Chromium lacks.
 * @module
 */

import { apply, isObject, type RealmScope, setGlobal } from '../primordials.ts'

type Iterators = AsyncIterator<unknown> | Iterator<unknown>

const methodNamed = (value: object, name: PropertyKey): (() => unknown) | null => {
  const method: unknown = Reflect.get(value, name)
  return typeof method === 'function' ? () => apply(method, value, []) : null
}

const isIterator = (value: unknown): value is Iterators => isObject(value) && 'next' in value

const iteratorOf = (iterable: unknown): Iterators => {
  const source: unknown = typeof iterable === 'string' ? Object(iterable) : iterable
  const open = isObject(source)
    ? (methodNamed(source, Symbol.asyncIterator) ?? methodNamed(source, Symbol.iterator))
    : null
  const iterator = open?.()
  if (!isIterator(iterator)) throw new TypeError('could not make a stream: because the value is not iterable')
  return iterator
}

/** A stream that asks the iterator for a value only when its reader asks for a chunk. */
const streamOf = (
  Stream: typeof ReadableStream,
  iterator: Iterators,
  toChunk: (value: unknown) => unknown,
): ReadableStream =>
  new Stream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(toChunk(await value))
      },
      async cancel(reason) {
        await iterator.return?.(reason)
      },
    },
    { highWaterMark: 0 },
  )

const encoder = new TextEncoder()

const bytesOf = (value: unknown): Uint8Array => {
  if (typeof value === 'string') return encoder.encode(value)
  if (value instanceof Uint8Array) return value
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  throw new TypeError('could not send a body: because an async iterable gave something other than text or bytes')
}

/** The same body, or a stream in its place when it is an async iterable that no browser knows as a body. */
export const bodyFrom = (Stream: typeof ReadableStream, body: unknown): unknown =>
  typeof body === 'object' && body !== null && !(body instanceof Stream) && methodNamed(body, Symbol.asyncIterator)
    ? streamOf(Stream, iteratorOf(body), bytesOf)
    : body

export const installStreamFrom = (scope: RealmScope): void => {
  const Stream = scope.ReadableStream
  if (!('from' in Stream)) {
    const { from } = { from: (iterable: unknown) => streamOf(Stream, iteratorOf(iterable), value => value) }
    setGlobal(Stream, 'from', from)
  }
}
