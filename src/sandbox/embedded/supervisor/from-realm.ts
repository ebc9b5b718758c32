/**
 * What a realm answered → what the page is told, within the limits: a realm cuts off by itself, but a program that speaks
 * in its name might not.
 * @module
 */

import { base64Of, bodyOf } from '../../../http/body.ts'
import type { AppFailure, Exchange, HttpRequest, HttpResponse, SocketEvent } from '../../../http/http.ts'
import type { Limits } from '../../limits.ts'
import type { RealmAnswer, RealmResponse, RealmSocketEvent } from '../protocol.ts'

interface Checked {
  readonly response: HttpResponse | null
  readonly failure: AppFailure | null
}

const responseOf = (response: RealmResponse, limits: Limits): Checked => {
  const { status, headers, chunks, complete } = response
  const size = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (size > limits.headers) {
    const message = `${Math.round(size / 1024)} kB of headers, more than ${limits.headers / 1024} kB`
    return { response: null, failure: { kind: 'body-too-large', message, at: null } }
  }
  const body = bodyOf(new Uint8Array(response.body, 0, Math.min(response.body.byteLength, limits.body)))
  return { response: { status, headers, body, chunks: chunks.slice(0, limits.chunks), complete }, failure: null }
}

/** Its log is the caller's to add. */
export const exchangeOf = (request: HttpRequest, { response, failure, ms }: RealmAnswer, limits: Limits): Exchange => {
  const checked = response && responseOf(response, limits)
  return { request, response: checked?.response ?? null, failure: failure ?? checked?.failure ?? null, log: [], ms }
}

export const socketEventOf = (event: RealmSocketEvent, limits: Limits): SocketEvent => {
  if (event.kind === 'closed') return event
  const { data } = event
  if (typeof data === 'string') return { kind: 'message', data: { text: data.slice(0, limits.body) } }
  const bytes = new Uint8Array(data, 0, Math.min(data.byteLength, limits.body))
  return { kind: 'message', data: { base64: base64Of(bytes) } }
}
