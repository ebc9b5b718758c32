/**
 * Short ways to make exchanges for tests.
 * @module
 */

import type { AppFailure, AppFailureKind, Exchange, HeaderList, HttpRequest, HttpResponse } from '../http/http.ts'

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
