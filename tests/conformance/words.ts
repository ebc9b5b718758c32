/**
 * Short words for writing cases.
 * @module
 */

import type { BodyTemplate, RequestTemplate, Save, SendStep } from '../../src/check/check.ts'
import type { Expectation } from '../../src/check/expectation.ts'
import type { HeaderList } from '../../src/http/http.ts'

export type Headers = Readonly<Record<string, string>>

const listOf = (headers: Headers | HeaderList): HeaderList =>
  Array.isArray(headers) ? headers : Object.entries(headers as Headers)

/** One request and what is known of its answer. */
export const ask = (method: string, path: string, headers: Headers | HeaderList = {}, body?: BodyTemplate) => {
  const request: RequestTemplate = { method, path, headers: listOf(headers), ...(body && { body }) }
  return (...expect: readonly Expectation[]): SendStep => ({ kind: 'send', request, expect })
}

/** A GET. */
export const look = (path: string, headers: Headers | HeaderList = {}) => ask('GET', path, headers)

/** A POST. */
export const give = (path: string, body: BodyTemplate, headers: Headers | HeaderList = {}) =>
  ask('POST', path, headers, body)

/** The step with its answer's values kept. */
export const saving = (step: SendStep, save: Save): SendStep => ({ ...step, save })

/** The step with the cookies of an actor. */
export const as = (actor: string, step: SendStep): SendStep => ({ ...step, actor })

export const is = (subject: Expectation['subject']) => ({
  equal: (value: Extract<Expectation['predicate'], { kind: 'equals' }>['value']): Expectation => ({
    subject,
    predicate: { kind: 'equals', value },
  }),
  be: (predicate: Expectation['predicate']): Expectation => ({ subject, predicate }),
})

/** The console's lines of the step, in order. */
export const log = (...lines: readonly string[]): Expectation => is({ kind: 'log' }).equal(lines)
