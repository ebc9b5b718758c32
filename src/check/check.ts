/**
 * The check language: a check is a named scenario of steps, a step sends something and expects things of what comes
 * back, an expectation is subject × predicate. All of it is JSON-safe data, so that an exercise from a link is never
 * code. schema.ts holds the same as a JSON Schema.
 * @module
 */

import type { Body, HeaderList } from '../http/http.ts'
import type { Expectation, Json, Subject, Template } from './expectation.ts'

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

/**
 * Starts the app anew after `stop`. Every check starts it by itself at its beginning, but for one whose first step this is:
 * so what is written at a start can be looked at. An app that does not start breaks the check, unless the step looks at
 * `started`; it is stopped then.
 */
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
  /**
   * Why the FastAPI original itself does not pass this check. Then what it answered is shown, and nobody is held to it.
   */
  readonly unlikeFastapi?: string
  /** Environment variables of the app. */
  readonly env?: Readonly<Record<string, Template>>
  /** Names of values, to be used as `{{name}}` in any step. */
  readonly values?: Readonly<Record<string, Generator>>
  /** In order, against one app, which is started before them unless the first of them does. */
  readonly steps: readonly Step[]
}
