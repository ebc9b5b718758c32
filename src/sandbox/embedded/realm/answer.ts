/**
 * One request through the program's `fetch`, to plain data.
 * @module
 */

import type { AppFailure, HeaderList } from '../../../http/http.ts'
import type { Limits } from '../../limits.ts'
import type { Background } from '../../program/background.ts'
import { kindOf } from '../../program/kind-of.ts'
import { faultOfStatus } from '../../program/response-status.ts'
import { describeError, positionOf } from '../../program/stack.ts'
import type { Env } from '../../sandbox.ts'
import type { RealmResponse } from '../protocol.ts'
import { type Departure, GONE, type Gone } from './departure.ts'
import { withContentType } from './fetch-classes/content-type.ts'
import { concatenate } from './fetch-classes/read-stream.ts'
import { recordOf } from './fetch-classes/record.ts'
import type { Fetch } from './stand-ins.ts'

export interface Answer {
  readonly response: RealmResponse | null
  readonly failure: AppFailure | null
}

export interface Answering {
  readonly fetch: Fetch
  readonly env: Env
  readonly paths: readonly string[]
  readonly background: Background
  readonly limits: Pick<Limits, 'body' | 'chunks'>
  /** Null when the client stays until the end. */
  readonly departure: Departure | null
}

/** What `fetch` resolved to, or why that is nothing. */
type Called =
  | { readonly kind: 'returned'; readonly response: Response }
  | { readonly kind: 'failed'; readonly failure: AppFailure }
  | Gone

/** Programs may redefine what they like afterwards. */
const { Response: PlatformResponse } = globalThis
const now = performance.now.bind(performance)
const encoder = new TextEncoder()

export const callFetch = async (
  request: Request,
  { fetch, env, paths, background, departure }: Answering,
): Promise<Called> => {
  let returned: unknown
  try {
    const pending = fetch(request, env, background.context)
    returned = await (departure ? departure.orGone(pending) : pending)
  } catch (error) {
    return { kind: 'failed', failure: failureOf('threw', error, paths) }
  }
  if (returned === GONE) return GONE
  if (returned instanceof PlatformResponse) return { kind: 'returned', response: returned }
  return { kind: 'failed', failure: { kind: 'no-response', message: kindOf(returned), at: null } }
}

export const answer = async (request: Request, answering: Answering): Promise<Answer> => {
  const began = now()
  const called = await callFetch(request, answering)
  if (called.kind === 'gone') return { response: null, failure: null }
  if (called.kind === 'failed') return { response: null, failure: called.failure }
  const { response: returned } = called
  const head = headOf(returned)
  if ('kind' in head) return { response: null, failure: head }
  const { status, headers } = head
  if (request.method === 'HEAD') {
    returned.body?.cancel().catch(() => undefined)
    return { response: { status, headers, body: new ArrayBuffer(0), chunks: [], complete: true }, failure: null }
  }
  const read = await readBody(returned, answering, began)
  const response = { status, headers, body: read.bytes, chunks: read.chunks, complete: read.end === null }
  if (read.end === null || read.end.kind === 'gone') return { response, failure: null }
  if (read.end.kind === 'failed')
    return { response, failure: failureOf('body-failed', read.end.error, answering.paths) }
  return { response, failure: { kind: 'body-too-large', message: read.end.why, at: null } }
}

/** Programs give Responses members of their own; what is no status and no headers cannot be sent, in Node neither. */
const headOf = (response: Response): Pick<RealmResponse, 'status' | 'headers'> | AppFailure => {
  const wrong = (message: string): AppFailure => ({ kind: 'no-response', message, at: null })
  try {
    const source = recordOf(response)?.typeSource ?? 'platform'
    const { status } = response
    const fault = faultOfStatus(status)
    if (fault !== null) return wrong(fault)
    const headers: readonly unknown[] = Array.from(response.headers)
    if (!areHeaders(headers)) return wrong('its headers are not pairs of texts')
    return { status, headers: withContentType(headers, source, response.body !== null) }
  } catch (error) {
    return wrong(describeError(error))
  }
}

const areHeaders = (values: readonly unknown[]): values is HeaderList =>
  values.every(pair => Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string')

const failureOf = (kind: AppFailure['kind'], error: unknown, paths: readonly string[]): AppFailure => ({
  kind,
  message: describeError(error),
  at: positionOf(error, paths),
})

type BodyEnd =
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'too-large'; readonly why: string }
  | Gone
  | null

const readFrom = (reader: ReadableStreamDefaultReader<unknown>, departure: Departure | null) => {
  const reading = reader.read()
  return departure ? departure.orGone(reading) : reading
}

/** Reads until the end, an error, or a limit; what came before is kept. A body that was read already is an error. */
const readBody = async (response: Response, { limits, departure }: Answering, began: number) => {
  const chunks: { at: number; size: number }[] = []
  const parts: Uint8Array[] = []
  let size = 0
  let end: BodyEnd = null
  try {
    const reader = response.body?.getReader()
    while (reader) {
      const step = departure?.isDue(chunks.length) ? GONE : await readFrom(reader, departure)
      if ('kind' in step) {
        end = step
        reader.cancel().catch(() => undefined)
        break
      }
      if (step.done) break
      // As Node, whose streams take texts too.
      const value = typeof step.value === 'string' ? encoder.encode(step.value) : step.value
      if (!(value instanceof Uint8Array)) {
        throw new TypeError(`a body's stream must give Uint8Array chunks or texts, and it gave ${kindOf(value)}`)
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
