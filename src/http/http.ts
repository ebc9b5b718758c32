/**
 * What travels between a client and an app, as plain data: cloneable, JSON-safe, and free of `Request` and
 * `Response`, whose browser versions drop headers. Everything else in Rendition speaks in these types.
 * @module
 */

/** Headers in the order they were sent, repeated names kept apart, values untouched. */
export type HeaderList = ReadonlyArray<readonly [name: string, value: string]>

/** A body: `text` when its bytes are valid UTF-8, otherwise `base64`. An empty body is `{ text: '' }`. */
export type Body = { readonly text: string } | { readonly base64: string }

export interface HttpRequest {
  readonly method: string
  /** Path and query as they stand on the request line, percent-encoded: `/items?name=J%C3%B6rg`. */
  readonly path: string
  readonly headers: HeaderList
  readonly body?: Body
}

export interface HttpResponse {
  readonly status: number
  readonly headers: HeaderList
  readonly body: Body
  /** One entry per chunk read from the body: milliseconds since the request was sent, and bytes. */
  readonly chunks: readonly { readonly at: number; readonly size: number }[]
  /** False when the body was cut off: it was too large, never ended, or failed midway. */
  readonly complete: boolean
}

export type LogLevel = 'debug' | 'log' | 'info' | 'warn' | 'error'

/** One console call of the app, formatted to text. */
export interface LogLine {
  readonly level: LogLevel
  readonly text: string
}

/** A place in a learner's file; `line` and `column` count from 1. */
export interface SourcePosition {
  readonly path: string
  readonly line: number
  readonly column: number
}

/**
 * Why an app gave no (whole) answer. Every kind is about the program that ran, never about the sandbox it ran in:
 * that is a `SandboxError`.
 *
 * - `did-not-compile`: the source files are not a program
 * - `load-threw`: a module threw while it was loading, or its `start()` did
 * - `no-app`: the entry file's default export has no `fetch`
 * - `threw`: `fetch` threw or rejected
 * - `no-response`: `fetch` resolved to something that is not a Response
 * - `unhandled`: an error or rejection that nobody caught ended the app
 * - `timed-out`: loading or answering took longer than its limit
 * - `body-failed`: the response's body stream failed midway
 * - `body-too-large`: the response's body passed the size limit
 * - `not-sendable`: the platform cannot carry this request (a header's name has a space in it, the method is TRACE)
 * - `exited`: the worker or process went away
 */
export type AppFailureKind =
  | 'did-not-compile'
  | 'load-threw'
  | 'no-app'
  | 'threw'
  | 'no-response'
  | 'unhandled'
  | 'timed-out'
  | 'body-failed'
  | 'body-too-large'
  | 'not-sendable'
  | 'exited'

export interface AppFailure {
  readonly kind: AppFailureKind
  /** The program's own words where it has any (an error's `name: message`), else a short fact such as `2000 ms`. */
  readonly message: string
  /** Where in the learner's files it happened, when the stack tells. */
  readonly at: SourcePosition | null
}

/** One request and what came back. `response` may be present beside a failure: what arrived before it. */
export interface Exchange {
  readonly request: HttpRequest
  /** Null beside no failure only when the client went away before there was an answer. */
  readonly response: HttpResponse | null
  readonly failure: AppFailure | null
  /** Console lines written while this request was in flight. */
  readonly log: readonly LogLine[]
  /** From sending to the last byte, in milliseconds. */
  readonly ms: number
}

/** A WebSocket message: `text` of a text frame, `base64` of a binary one (RFC 6455 §5.6). */
export type SocketData = { readonly text: string } | { readonly base64: string }

/** What a client hears on a WebSocket. */
export type SocketEvent =
  | { readonly kind: 'message'; readonly data: SocketData }
  /** Code 1005 when the close frame has none, 1006 when there was no close frame (RFC 6455 §7.4.1). */
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string }
