/**
 * The check language: a check is a named scenario, its steps send one request each and expect things of the answer,
 * an expectation is subject × predicate. All of it is JSON-safe data, so that an exercise from a link is never code.
 * @module
 */

import type { HttpRequest } from '../http/http.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type JsonType = 'null' | 'boolean' | 'number' | 'integer' | 'string' | 'array' | 'object'

/** What an expectation looks at. */
export type Subject =
  | { readonly kind: 'status' }
  /** All values of a header, in order; the name is matched without regard to case, values keep theirs. */
  | { readonly kind: 'header'; readonly name: string }
  /** `content-type` without its parameters, in lower case (RFC 9110 §8.3.1). */
  | { readonly kind: 'media-type' }
  /** The body as text. */
  | { readonly kind: 'body' }
  /** A place in the JSON body: `$` for all of it, else keys and indices, `detail[0].loc`, `["odd key"]`. */
  | { readonly kind: 'json'; readonly path: string }

/** What an expectation asks of its subject. */
export type Predicate =
  /** Deep equality with types: `1` is not `"1"`; the order of an object's keys does not count. */
  | { readonly kind: 'equals'; readonly value: Json }
  | { readonly kind: 'one-of'; readonly values: readonly Json[] }
  /** A text contains this text. */
  | { readonly kind: 'contains'; readonly text: string }
  /** A text matches this regular expression (with the `u` flag). */
  | { readonly kind: 'matches'; readonly pattern: string }
  | { readonly kind: 'type'; readonly type: JsonType }
  /** Characters of a text, items of an array, keys of an object, values of a header. */
  | { readonly kind: 'length'; readonly length: number }
  /** Everything in `value` is there and equal; objects may have more keys, arrays may not have more items. */
  | { readonly kind: 'subset'; readonly value: Json }
  /** Of a header, the media type or a place in JSON; a status and a body are always there. */
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

export interface Step {
  readonly request: HttpRequest
  readonly expect: readonly Expectation[]
  readonly advice?: readonly Advice[]
}

export interface Check {
  /** Unique in its exercise, stable for ever: `created-status`. */
  readonly id: string
  /** What is demanded, as one line: `POST /items answers 201 with the new item`. */
  readonly title: string
  /** Why a server should behave so; shown when the check is opened. */
  readonly why: string
  /** In order, against one fresh app. */
  readonly steps: readonly Step[]
}
