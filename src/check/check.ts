/**
 * The check language: a check is a named scenario of steps, a step sends something and expects things of what comes
 * back, an expectation is subject × predicate. All of it is JSON-safe data, so that an exercise from a link is never
 * code. schema.ts holds the same as a JSON Schema.
 * @module
 */

import type { Body, HeaderList } from '../http/http.ts'

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
  /** The texts of the console lines of the step, in order; of one level when it is given. */
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

/** A recognised mistake: when every expectation in `when` holds of the answer, `say` tells the learner what to do. */
export interface Advice {
  readonly when: readonly Expectation[]
  readonly say: string
}

/** A part of a multipart/form-data body (RFC 7578); one with a file name is a file. */
export interface FormPart {
  readonly name: string
  readonly content: Body
  readonly filename?: string
  readonly type?: string
}

/**
 * A body is plain, or made from data: `json` and `form` (application/x-www-form-urlencoded) and `multipart` bring their
 * content type, unless the request names one.
 */
export type BodyTemplate =
  | Body
  | { readonly json: Json }
  | { readonly form: readonly (readonly [name: string, value: Template])[] }
  | { readonly multipart: readonly FormPart[] }

/** A request whose texts may name values of the check. */
export interface RequestTemplate {
  readonly method: string
  readonly path: Template
  readonly headers: HeaderList
  readonly body?: BodyTemplate
}

/** When the client goes away: once it has read so many chunks of the body, or so many ms (at most 50) after sending. */
export type Abort = { readonly chunks: number } | { readonly ms: number }

/** Name of a value → where in what came back it is found. To be there is expected of it. */
export type Save = Readonly<Record<string, Subject>>

interface Expecting {
  readonly expect: readonly Expectation[]
  readonly advice?: readonly Advice[]
  readonly save?: Save
}

/** One request; with an actor, that actor's cookies are sent along and kept (RFC 6265). */
export interface SendStep extends Expecting {
  readonly kind: 'send'
  readonly request: RequestTemplate
  readonly actor?: string
  readonly abort?: Abort
  /** Less than the engine's limit for one request, ms. */
  readonly timeLimit?: number
}

/** Several requests at once: each is judged by itself, and all of them together by `expect`. */
export interface ParallelStep extends Expecting {
  readonly kind: 'parallel'
  readonly sends: readonly Omit<SendStep, 'kind' | 'abort' | 'save' | 'timeLimit'>[]
}

/**
 * Opens a WebSocket under a name that later steps use; status 101 is expected unless `expect` says otherwise. At most 16
 * in a check.
 */
export interface SocketOpenStep extends Expecting {
  readonly kind: 'socket-open'
  readonly socket: string
  readonly path: Template
  readonly headers?: HeaderList
  readonly protocols?: readonly string[]
  readonly actor?: string
}

export interface SocketSendStep {
  readonly kind: 'socket-send'
  readonly socket: string
  readonly data: { readonly text: Template } | { readonly base64: string } | { readonly json: Json }
}

/** Waits for the next message, or for the server to close the socket, and expects something of it. */
export interface SocketReceiveStep extends Expecting {
  readonly kind: 'socket-receive'
  readonly socket: string
}

/** Closes the socket from the client's side and waits for the server's answer. */
export interface SocketCloseStep extends Expecting {
  readonly kind: 'socket-close'
  readonly socket: string
  readonly code?: number
  readonly reason?: string
}

/** Stops the app as a server is stopped: background work ends, its `stop()` is called. */
export interface StopStep extends Expecting {
  readonly kind: 'stop'
}

/** Starts the app anew after `stop`, as every check does by itself at its beginning. */
export interface StartStep extends Expecting {
  readonly kind: 'start'
  readonly env?: Readonly<Record<string, Template>>
}

/** At most 50 ms, and at most twice in an exercise. */
export interface WaitStep {
  readonly kind: 'wait'
  readonly ms: number
}

export type Step =
  | SendStep
  | ParallelStep
  | SocketOpenStep
  | SocketSendStep
  | SocketReceiveStep
  | SocketCloseStep
  | StopStep
  | StartStep
  | WaitStep

/**
 * A value made from the run's seed; the same seed, check and name always give the same value. Values of one check differ
 * from each other where their kinds have room, but for `boolean` and `choice`.
 */
export type Generator =
  /** One lower-case English word, several (at most 10,000) joined by spaces. */
  | { readonly kind: 'word' }
  | { readonly kind: 'text'; readonly words: number }
  | { readonly kind: 'int'; readonly min: number; readonly max: number }
  /** With at most this many digits after the point. */
  | { readonly kind: 'decimal'; readonly min: number; readonly max: number; readonly digits: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'email' }
  | { readonly kind: 'uuid' }
  /** Lower-case hexadecimal digits, at most 10,000. */
  | { readonly kind: 'hex'; readonly length: number }
  | { readonly kind: 'choice'; readonly values: readonly Json[] }

export interface Check {
  /** Unique in its exercise, stable for ever: `created-status`. */
  readonly id: string
  /** What is demanded, as one line: `POST /items answers 201 with the new item`. */
  readonly title: string
  /** Why a server should behave so; shown when the check is opened. */
  readonly why: string
  /** Environment variables of the app. */
  readonly env?: Readonly<Record<string, Template>>
  /** Names of values, to be used as `{{name}}` in any step. */
  readonly values?: Readonly<Record<string, Generator>>
  /** In order, against one fresh app. */
  readonly steps: readonly Step[]
}
