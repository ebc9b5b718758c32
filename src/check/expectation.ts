/**
 * What a check asks of what came back: an expectation is subject × predicate. JSON-safe data, as all of a check.
 * @module
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type JsonType = 'null' | 'boolean' | 'number' | 'integer' | 'string' | 'array' | 'object'

/**
 * Any text in a request, in a predicate or in an environment may name values of the check: `/items/{{id}}`. A JSON
 * string that is nothing but a name, `"{{id}}"`, becomes the value itself with its type. In a path, values are
 * percent-encoded; a path that is nothing but a name is a whole address, whose path and query are taken. In a pattern, a
 * value stands for its own characters.
 */
export type Template = string

/** What an expectation looks at. What a step has not (a status where nothing was sent) is an authoring error. */
export type Subject =
  | { readonly kind: 'status' }
  /** All values of a header, in order; the name is matched without regard to case, values keep theirs. */
  | { readonly kind: 'header'; readonly name: string }
  /** The comma-separated items of all values of a header, in lower case: of Vary, Allow, Cache-Control. */
  | { readonly kind: 'header-items'; readonly name: string }
  /** `content-type` without its parameters, in lower case (RFC 9110 §8.3.1). */
  | { readonly kind: 'media-type' }
  /** Of the last Set-Cookie with this name: its value, or an attribute of it. */
  | { readonly kind: 'cookie'; readonly name: string; readonly attribute?: CookieAttribute }
  /** The body as text. */
  | { readonly kind: 'body' }
  /** The body's bytes as base64; `length` counts bytes. */
  | { readonly kind: 'bytes' }
  /** SHA-256 of the body's bytes, in lower-case hexadecimal. */
  | { readonly kind: 'sha256' }
  /** A place in the JSON body: `$` for all of it, else keys and indices, `detail[0].loc`, `["odd key"]`. */
  | { readonly kind: 'json'; readonly path: string }
  /** A place in a part of the JSON Web Token that is found at `token`; its signature is not verified. */
  | { readonly kind: 'jwt'; readonly token: Subject; readonly part: 'header' | 'payload'; readonly path: string }
  /** The texts of the body's chunks, in order. A network may join chunks that were sent at once, so ask for the least. */
  | { readonly kind: 'chunks' }
  /** Whether the first chunk of the body came before the last was sent: true or false. */
  | { readonly kind: 'streamed' }
  /**
   * A place in the list of server-sent events, `[0].data`: each has `event` (`message` when not given), `data`, and
   * `id` where it was given. With `data: 'json'`, every event's data is parsed.
   */
  | { readonly kind: 'events'; readonly path: string; readonly data?: 'text' | 'json' }
  /** A place in the list of the values of newline-delimited JSON, `[0].name`: one for every line of the body. */
  | { readonly kind: 'json-lines'; readonly path: string }
  /** Of a parallel step: the statuses in the order of its requests. */
  | { readonly kind: 'statuses' }
  /** Of a parallel step: the numbers of its requests, from 0, in the order in which their answers were complete. */
  | { readonly kind: 'finished' }
  /** A WebSocket message: its text, or base64 when it is binary; with a path, a place in its JSON. */
  | { readonly kind: 'message'; readonly path?: string }
  /** Whether a WebSocket message is `text` or `binary`. */
  | { readonly kind: 'message-type' }
  | { readonly kind: 'close-code' }
  | { readonly kind: 'close-reason' }
  /**
   * Of a `start`: true, or false when the app refused to, because its code threw or ended the process. All other ways not
   * to start break the check.
   */
  | { readonly kind: 'started' }
  /**
   * The texts of the console lines of the step, in order; of one level when it is given. Those of an app that refused to
   * start end with the error that it threw, at level `error`.
   */
  | { readonly kind: 'log'; readonly level?: 'debug' | 'log' | 'info' | 'warn' | 'error' }
  /** The text of one of the learner's files. */
  | { readonly kind: 'source'; readonly path: string }

/**
 * `max-age` is a number of seconds, `secure` and `http-only` are true or missing, `expires` is an ISO 8601 date and
 * time, `domain` and `same-site` are in lower case, `deleted` is true or false: whether the cookie is to be forgotten at
 * once. Attributes of a cookie that was not set are unreadable, not missing.
 */
export type CookieAttribute =
  | 'value'
  | 'expires'
  | 'max-age'
  | 'domain'
  | 'path'
  | 'secure'
  | 'http-only'
  | 'same-site'
  | 'deleted'

/**
 * `date` and `date-time` are ISO 8601 as in RFC 3339, so a time has an offset; `http-date` is the preferred form of
 * RFC 9110 §5.6.7, `url` a whole one of http, https, ws or wss, `base64` padded and not empty.
 */
export type Format = 'uuid' | 'date' | 'date-time' | 'http-date' | 'email' | 'url' | 'base64'

/** What an expectation asks of its subject. */
export type Predicate =
  /** Deep equality with types: `1` is not `"1"`; the order of an object's keys does not count. */
  | { readonly kind: 'equals'; readonly value: Json }
  | { readonly kind: 'one-of'; readonly values: readonly Json[] }
  /** A text contains, begins or ends with this text. */
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'starts-with'; readonly text: string }
  | { readonly kind: 'ends-with'; readonly text: string }
  /** A text matches this regular expression (with the `u` flag). */
  | { readonly kind: 'matches'; readonly pattern: string }
  | { readonly kind: 'format'; readonly format: Format }
  | { readonly kind: 'type'; readonly type: JsonType }
  /** Of numbers. */
  | { readonly kind: 'compare'; readonly operator: '<' | '<=' | '>' | '>='; readonly value: number | Template }
  /** Characters of a text, items of an array, keys of an object, values of a header, bytes. */
  | { readonly kind: 'length'; readonly length: number; readonly bound?: 'exactly' | 'at-least' | 'at-most' }
  /** Everything in `value` is there and equal; objects may have more keys, arrays may not have more items. */
  | { readonly kind: 'subset'; readonly value: Json }
  /** An array has these items and no others, in any order. */
  | { readonly kind: 'unordered'; readonly values: readonly Json[] }
  /** One item at least of an array is so, or every one; of an empty array `every` says nothing, and so is not met. */
  | { readonly kind: 'some'; readonly predicate: Predicate }
  | { readonly kind: 'every'; readonly predicate: Predicate }
  /** Valid by this JSON Schema (2020-12). */
  | { readonly kind: 'schema'; readonly schema: Json }
  /** Of what may be missing: a header, a cookie, the media type, a place in JSON, a source file. */
  | { readonly kind: 'exists' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'not'; readonly predicate: Predicate }

export interface Expectation {
  readonly subject: Subject
  readonly predicate: Predicate
}
