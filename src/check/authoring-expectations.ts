/**
 * Short words for what is expected.
 * @module
 */

import type { LogLevel } from '../http/http.ts'
import type { CookieAttribute, Expectation, Format, Json, JsonType, Predicate, Subject } from './expectation.ts'

/** The words for predicates, each making something of one. */
const words = <Made>(make: (predicate: Predicate) => Made) => ({
  equals: (value: Json) => make({ kind: 'equals', value }),
  oneOf: (...values: Json[]) => make({ kind: 'one-of', values }),
  contains: (text: string) => make({ kind: 'contains', text }),
  startsWith: (text: string) => make({ kind: 'starts-with', text }),
  endsWith: (text: string) => make({ kind: 'ends-with', text }),
  matches: (pattern: string) => make({ kind: 'matches', pattern }),
  hasFormat: (format: Format) => make({ kind: 'format', format }),
  hasType: (type: JsonType) => make({ kind: 'type', type }),
  lessThan: (value: number | string) => make({ kind: 'compare', operator: '<', value }),
  atMost: (value: number | string) => make({ kind: 'compare', operator: '<=', value }),
  moreThan: (value: number | string) => make({ kind: 'compare', operator: '>', value }),
  atLeast: (value: number | string) => make({ kind: 'compare', operator: '>=', value }),
  hasLength: (length: number) => make({ kind: 'length', length }),
  hasAtLeast: (length: number) => make({ kind: 'length', length, bound: 'at-least' }),
  hasAtMost: (length: number) => make({ kind: 'length', length, bound: 'at-most' }),
  includes: (value: Json) => make({ kind: 'subset', value }),
  /** These items and no others, in any order. */
  hasItems: (...values: Json[]) => make({ kind: 'unordered', values }),
  /** `json('tags').some(is.equals('new'))` */
  some: (predicate: Predicate) => make({ kind: 'some', predicate }),
  every: (predicate: Predicate) => make({ kind: 'every', predicate }),
  matchesSchema: (schema: Json) => make({ kind: 'schema', schema }),
  exists: () => make({ kind: 'exists' }),
  absent: () => make({ kind: 'absent' }),
})

/** Predicates by themselves, for the items of a list. */
export const is = {
  ...words(predicate => predicate),
  not: words((predicate): Predicate => ({ kind: 'not', predicate })),
}

/** A subject, and its predicates, each completing an expectation. */
const about = (subject: Subject) => {
  const be = (predicate: Predicate): Expectation => ({ subject, predicate })
  return { subject, ...words(be), not: words(predicate => be({ kind: 'not', predicate })) }
}

/** A subject with its predicates, where only the subject matters: `save: { id: json('id').subject }`. */
export type About = ReturnType<typeof about>

export const status = (code: number): Expectation => anyStatus.equals(code)
export const anyStatus = about({ kind: 'status' })
export const header = (name: string): About => about({ kind: 'header', name })
export const headerItems = (name: string): About => about({ kind: 'header-items', name })
export const mediaType = (type: string): Expectation => about({ kind: 'media-type' }).equals(type)
export const cookie = (name: string, attribute: CookieAttribute = 'value'): About =>
  about({ kind: 'cookie', name, attribute })
export const body = about({ kind: 'body' })
export const bytes = about({ kind: 'bytes' })
export const sha256 = about({ kind: 'sha256' })
export const json = (path = '$'): About => about({ kind: 'json', path })
/** `jwt(json('access_token'), 'payload', 'sub')` */
export const jwt = (token: About, part: 'header' | 'payload', path = '$'): About =>
  about({ kind: 'jwt', token: token.subject, part, path })
export const chunks = about({ kind: 'chunks' })
export const streamed: Expectation = about({ kind: 'streamed' }).equals(true)
export const events = (path = '$', data: 'text' | 'json' = 'text'): About => about({ kind: 'events', path, data })
/** `jsonLines('[0].name')`: of a body that is one JSON value per line. */
export const jsonLines = (path = '$'): About => about({ kind: 'json-lines', path })
export const statuses = about({ kind: 'statuses' })
export const finished = about({ kind: 'finished' })
/** The text of a message, or with a path a place in its JSON. */
export const message = (path?: string): About => about({ kind: 'message', ...(path !== undefined && { path }) })
export const messageType = (type: 'text' | 'binary'): Expectation => about({ kind: 'message-type' }).equals(type)
export const closeCode = about({ kind: 'close-code' })
export const closeReason = about({ kind: 'close-reason' })
export const started = about({ kind: 'started' })
export const log = (level?: LogLevel): About => about({ kind: 'log', ...(level !== undefined && { level }) })
export const source = (path: string): About => about({ kind: 'source', path })
