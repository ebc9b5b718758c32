/**
 * One request through the program's `fetch`, to plain data.
 * @module
 */

import type { AppFailure, HeaderList } from '../../../http/http.ts'
import type { Limits } from '../../limits.ts'
import type { Env } from '../../sandbox.ts'
import type { RealmResponse } from '../protocol.ts'
import { concatenate } from './fetch-classes/read-stream.ts'
import type { Fetch } from './load.ts'
import { describeError, positionOf } from './stack.ts'

export interface Answer {
  readonly response: RealmResponse | null
  readonly failure: AppFailure | null
}

export interface Answering {
  readonly fetch: Fetch
  readonly env: Env
  readonly paths: readonly string[]
  /** Promises that the program handed to `waitUntil`. */
  readonly background: Promise<unknown>[]
  readonly limits: Pick<Limits, 'body' | 'chunks'>
}

/** Programs may redefine what they like afterwards. */
const { Response: PlatformResponse } = globalThis
const now = performance.now.bind(performance)

export const answer = async (
  request: Request,
  { fetch, env, paths, background, limits }: Answering,
): Promise<Answer> => {
  const began = now()
  const failed = (kind: AppFailure['kind'], error: unknown): AppFailure => ({
    kind,
    message: describeError(error),
    at: positionOf(error, paths),
  })
  const context = {
    props: {},
    waitUntil: (promise: Promise<unknown>) => void background.push(promise),
    passThroughOnException: () => undefined,
  }
  let returned: unknown
  try {
    returned = await fetch(request, env, context)
  } catch (error) {
    return { response: null, failure: failed('threw', error) }
  }
  if (!(returned instanceof PlatformResponse)) {
    return { response: null, failure: { kind: 'no-response', message: kindOf(returned), at: null } }
  }
  const { status } = returned
  const headers: HeaderList = [...returned.headers]
  if (request.method === 'HEAD') {
    returned.body?.cancel().catch(() => undefined)
    return { response: { status, headers, body: new ArrayBuffer(0), chunks: [], complete: true }, failure: null }
  }
  const read = await readBody(returned, limits, began)
  const response = { status, headers, body: read.bytes, chunks: read.chunks, complete: read.end === null }
  if (read.end === null) return { response, failure: null }
  if (read.end.kind === 'failed') return { response, failure: failed('body-failed', read.end.error) }
  return { response, failure: { kind: 'body-too-large', message: read.end.why, at: null } }
}

/** What a learner would call it: `undefined`, `a string`, `an object with the keys name, id`, or an error's own words. */
const kindOf = (value: unknown): string => {
  if (value === undefined || value === null) return String(value)
  if (value instanceof Error) return describeError(value)
  if (Array.isArray(value)) return 'an array'
  if (typeof value !== 'object') return `a ${typeof value}`
  const keys = Object.keys(value).slice(0, 5).join(', ')
  return keys === '' ? 'an object' : `an object with the keys ${keys}`
}

type BodyEnd =
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'too-large'; readonly why: string }
  | null

/** Reads until the end, an error, or a limit; what came before is kept. A body that was read already is an error. */
const readBody = async (response: Response, limits: Answering['limits'], began: number) => {
  const chunks: { at: number; size: number }[] = []
  const parts: Uint8Array[] = []
  let size = 0
  let end: BodyEnd = null
  try {
    const reader = response.body?.getReader()
    while (reader) {
      const step: ReadableStreamReadResult<unknown> = await reader.read()
      if (step.done) break
      const { value } = step
      if (!(value instanceof Uint8Array)) {
        throw new TypeError(`a body's stream must give Uint8Array chunks, and it gave ${kindOf(value)}`)
      }
      chunks.push({ at: now() - began, size: value.byteLength })
      parts.push(value.subarray(0, limits.body - size))
      size += value.byteLength
      const why = size > limits.body ? `more than ${limits.body / 1024 / 1024} MB` : `more than ${limits.chunks} chunks`
      if (size > limits.body || chunks.length >= limits.chunks) {
        end = { kind: 'too-large', why }
        reader.cancel().catch(() => undefined)
        break
      }
    }
  } catch (error) {
    end = { kind: 'failed', error }
  }
  const kept = parts.reduce((sum, part) => sum + part.byteLength, 0)
  return { bytes: concatenate(parts, kept).buffer, chunks, end }
}
