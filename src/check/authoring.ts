/**
 * Short words for writing checks; every one returns plain data of check.ts.
 * @module
 */

import type { HeaderList, HttpRequest } from '../http/http.ts'
import type { Expectation, Json, JsonType, Predicate, Subject } from './check.ts'

const request =
  (method: string) =>
  (path: string, headers: HeaderList = []): HttpRequest => ({ method, path, headers })

export const get = request('GET')
export const post = request('POST')
export const put = request('PUT')
export const del = request('DELETE')

/** A request with a JSON body and its content type. */
export const sendJson = (method: string, path: string, value: Json): HttpRequest => ({
  method,
  path,
  headers: [['content-type', 'application/json']],
  body: { text: JSON.stringify(value) },
})

/** The predicates of one subject, each completing an expectation. */
const expectationsOf = (subject: Subject) => {
  const be = (predicate: Predicate): Expectation => ({ subject, predicate })
  const words = (wrap: (predicate: Predicate) => Expectation) => ({
    equals: (value: Json) => wrap({ kind: 'equals', value }),
    oneOf: (...values: Json[]) => wrap({ kind: 'one-of', values }),
    contains: (text: string) => wrap({ kind: 'contains', text }),
    matches: (pattern: string) => wrap({ kind: 'matches', pattern }),
    hasType: (type: JsonType) => wrap({ kind: 'type', type }),
    hasLength: (length: number) => wrap({ kind: 'length', length }),
    includes: (value: Json) => wrap({ kind: 'subset', value }),
    exists: () => wrap({ kind: 'exists' }),
    absent: () => wrap({ kind: 'absent' }),
  })
  return { ...words(be), not: words(predicate => be({ kind: 'not', predicate })) }
}

export const status = (code: number): Expectation => expectationsOf({ kind: 'status' }).equals(code)
export const header = (name: string) => expectationsOf({ kind: 'header', name })
export const mediaType = (type: string): Expectation => expectationsOf({ kind: 'media-type' }).equals(type)
export const body = expectationsOf({ kind: 'body' })
export const json = (path = '$') => expectationsOf({ kind: 'json', path })
