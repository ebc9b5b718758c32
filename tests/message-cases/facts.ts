/**
 * Why apps give no answer, why checks are not run, and steps with what came of them.
 * @module
 */

import {
  ask,
  del,
  get,
  hangUp,
  hear,
  message,
  open,
  post,
  say,
  send,
  start,
  started,
  status,
  stop,
  together,
  wait,
} from '../../src/check/authoring.ts'
import type { Step } from '../../src/check/check.ts'
import { answer, exchange } from '../../src/check/exchange.fixture.ts'
import type { Happened, NotRunReason } from '../../src/check/result.ts'
import type { AppFailure, SocketEvent } from '../../src/http/http.ts'

const failure = (kind: AppFailure['kind'], message: string, line?: number): AppFailure => ({
  kind,
  message,
  at: line === undefined ? null : { path: 'app.ts', line, column: 7 },
})

/** By kind. */
export const FAILURES: Readonly<Record<AppFailure['kind'], readonly AppFailure[]>> = {
  'did-not-compile': [failure('did-not-compile', 'app.ts:3:7 Unexpected token')],
  'load-threw': [failure('load-threw', "TypeError: Cannot read properties of undefined (reading 'get')", 3)],
  'no-app': [failure('no-app', 'the default export is undefined'), failure('no-app', '')],
  threw: [
    failure('threw', 'Error: boom', 12),
    failure('threw', 'Error: it ended with a stop.'),
    failure('threw', `Error: ${'x'.repeat(1000)}`),
  ],
  'no-response': [failure('no-response', 'undefined'), failure('no-response', 'an object')],
  unhandled: [failure('unhandled', 'Error: nobody waited', 9)],
  'timed-out': [failure('timed-out', '2000 ms')],
  'body-failed': [failure('body-failed', 'Error: stream broke')],
  'body-too-large': [failure('body-too-large', 'more than 8 MB')],
  'not-sendable': [failure('not-sendable', 'TypeError: Invalid name')],
  exited: [failure('exited', 'exit code 1'), failure('exited', '')],
}

/** By kind. */
export const NOT_RUN: Readonly<Record<NotRunReason['kind'], readonly NotRunReason[]>> = {
  'did-not-compile': [{ kind: 'did-not-compile' }],
  'start-timed-out': [{ kind: 'start-timed-out' }],
  'run-limit': [{ kind: 'run-limit', ms: 10_000 }],
  'judge-limit': [{ kind: 'judge-limit', ms: 1_000 }],
  unable: [
    { kind: 'unable', needs: ['fresh-start'] },
    { kind: 'unable', needs: ['fresh-start', 'log'] },
    { kind: 'unable', needs: ['fresh-start', 'log', 'source'] },
  ],
}

const answered = (...statuses: number[]): Happened => ({
  kind: 'parallel',
  exchanges: statuses.map(code => exchange(answer(code))),
  finished: statuses.map((_, index) => index),
  log: [],
})
const one = (code: number): Happened => ({ kind: 'exchange', exchange: exchange(answer(code)) })
const heard = (event: SocketEvent | null): Happened => ({ kind: 'socket', event, failure: null, log: [] })
const done: Happened = { kind: 'done', failure: null, log: [] }
const broken: Happened = { kind: 'done', failure: failure('load-threw', 'Error: no'), log: [] }
const HEARD = [message().hasType('string')]

/** Steps, and what came of them. */
export const STEPS: readonly (readonly [Step, ...Happened[]])[] = [
  [
    send(post('/items?name=a'), [status(201)]),
    one(201),
    one(299),
    { kind: 'exchange', exchange: exchange(null, { failure: failure('threw', 'Error: boom') }) },
  ],
  [send(get('/items/{{id}}'), [status(200)], { actor: 'alice' }), one(404)],
  [send(get('/{{word}}?q={{unknown}}'), [])],
  [
    send(get('/events'), [], { abort: { chunks: 1 } }),
    { kind: 'exchange', exchange: exchange({ ...answer(200), complete: false }) },
    { kind: 'exchange', exchange: exchange(null) },
  ],
  [send(get('/slow'), [], { abort: { ms: 20 } })],
  [together([ask(get('/a')), ask(del('/b')), ask(get('/c'))]), answered(200, 204, 500)],
  [together([ask(get('/a'))]), answered(200)],
  [open('alice', '/ws?name={{word}}'), one(101), one(403)],
  [open('bob', '/ws', [], { actor: 'bob' })],
  [
    say('alice', 'hello {{word}}'),
    heard(null),
    { kind: 'socket', event: null, failure: failure('unhandled', 'x'), log: [] },
  ],
  [say('alice', { json: { type: 'join', room: '{{word}}' } })],
  [
    say('alice', '{"type":"join","id":{{id}}}'),
    heard({ kind: 'message', data: { text: '{"type":"joined","room":"lantern"}' } }),
    heard({ kind: 'message', data: { text: JSON.stringify(Array(40).fill(10)) } }),
  ],
  [say('alice', '{no JSON}')],
  [say('alice', { base64: 'AAEC' })],
  [say('alice', 'x'.repeat(100))],
  [
    hear('alice', HEARD),
    heard(null),
    heard({ kind: 'message', data: { text: 'hello' } }),
    heard({ kind: 'message', data: { base64: 'AA==' } }),
    heard({ kind: 'closed', code: 1005, reason: '' }),
    heard({ kind: 'closed', code: 1008, reason: 'not allowed' }),
    heard({ kind: 'closed', code: 4001, reason: '' }),
  ],
  [hangUp('alice'), heard({ kind: 'closed', code: 1000, reason: '' })],
  [hangUp('alice', [], { code: 4000 })],
  [hangUp('alice', [], { code: 4000, reason: 'bye' })],
  [hangUp('alice', [], { reason: 'bye' })],
  [stop(), done, broken],
  [start({ env: { A: '1' } }), done, broken],
  [start({}, [started.equals(false)]), broken, done],
  [wait(20), done],
]
