/**
 * The table of subjects and predicates: every pair with a case that holds, one that fails, and one to which it does not
 * apply.
 * @module
 */

import type { Predicate, Subject } from '../../src/check/expectation.ts'
import type { PairCase } from './pair.ts'
import { JSON_CASES } from './subjects-in-json.ts'
import { ANSWER_CASES } from './subjects-of-answers.ts'
import { STEP_CASES } from './subjects-of-steps.ts'

export const CASES: readonly PairCase[] = [...ANSWER_CASES, ...JSON_CASES, ...STEP_CASES]

/** One subject of each kind; a new kind does not compile until it is here. */
export const SUBJECTS: Readonly<Record<Subject['kind'], Subject>> = {
  status: { kind: 'status' },
  header: { kind: 'header', name: 'X-Error' },
  'header-items': { kind: 'header-items', name: 'Vary' },
  'media-type': { kind: 'media-type' },
  cookie: { kind: 'cookie', name: 'session' },
  body: { kind: 'body' },
  bytes: { kind: 'bytes' },
  sha256: { kind: 'sha256' },
  json: { kind: 'json', path: '$' },
  jwt: { kind: 'jwt', token: { kind: 'body' }, part: 'header', path: '$' },
  chunks: { kind: 'chunks' },
  streamed: { kind: 'streamed' },
  events: { kind: 'events', path: '$' },
  'json-lines': { kind: 'json-lines', path: '$' },
  statuses: { kind: 'statuses' },
  finished: { kind: 'finished' },
  message: { kind: 'message' },
  'message-type': { kind: 'message-type' },
  'close-code': { kind: 'close-code' },
  'close-reason': { kind: 'close-reason' },
  started: { kind: 'started' },
  log: { kind: 'log' },
  source: { kind: 'source', path: 'app.ts' },
}

/** One predicate of each kind; a new kind does not compile until it is here. */
export const PREDICATES: Readonly<Record<Predicate['kind'], Predicate>> = {
  equals: { kind: 'equals', value: 1 },
  'one-of': { kind: 'one-of', values: [1, 2] },
  contains: { kind: 'contains', text: 'a' },
  'starts-with': { kind: 'starts-with', text: 'a' },
  'ends-with': { kind: 'ends-with', text: 'a' },
  matches: { kind: 'matches', pattern: '^a' },
  format: { kind: 'format', format: 'uuid' },
  type: { kind: 'type', type: 'string' },
  compare: { kind: 'compare', operator: '<', value: 3 },
  length: { kind: 'length', length: 3 },
  subset: { kind: 'subset', value: { id: 1 } },
  unordered: { kind: 'unordered', values: [1, 2] },
  some: { kind: 'some', predicate: { kind: 'equals', value: 1 } },
  every: { kind: 'every', predicate: { kind: 'equals', value: 1 } },
  schema: { kind: 'schema', schema: { type: 'object' } },
  exists: { kind: 'exists' },
  absent: { kind: 'absent' },
  not: { kind: 'not', predicate: { kind: 'equals', value: 1 } },
}
