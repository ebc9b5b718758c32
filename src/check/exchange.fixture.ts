/**
 * Short ways to make exchanges and what happens around them, for tests.
 * @module
 */

import type {
  AppFailure,
  AppFailureKind,
  Exchange,
  HeaderList,
  HttpRequest,
  HttpResponse,
  SocketEvent,
} from '../http/http.ts'
import type { Happened } from './result.ts'

export const answer = (status: number, text = '', headers: HeaderList = []): HttpResponse => ({
  status,
  headers,
  body: { text },
  chunks: [],
  complete: true,
})

export const failure = (kind: AppFailureKind, message = ''): AppFailure => ({ kind, message, at: null })

const REQUEST: HttpRequest = { method: 'GET', path: '/', headers: [] }

export const exchange = (response: HttpResponse | null, rest: Partial<Exchange> = {}): Exchange => ({
  request: REQUEST,
  response,
  failure: null,
  log: [],
  ms: 1,
  ...rest,
})

export const exchanged = (one: Exchange): Happened => ({ kind: 'exchange', exchange: one })

export const heard = (event: SocketEvent | null): Happened => ({ kind: 'socket', event, failure: null, log: [] })

export const DONE: Happened = { kind: 'done', failure: null, log: [] }
