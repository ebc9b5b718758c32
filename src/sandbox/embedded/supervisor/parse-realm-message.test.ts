import { expect, test } from 'vitest'
import { parseRealmMessage } from './parse-realm-message.ts'

const response = {
  status: 200,
  headers: [['a', 'b']],
  body: new ArrayBuffer(1),
  chunks: [{ at: 1, size: 1 }],
  complete: true,
}
const failure = { kind: 'threw', message: 'Error: x', at: { path: 'app.ts', line: 1, column: 2 } }
const answer = { response, failure: null, ms: 1 }
const answered = (changes: object) => ({ type: 'answered', id: 1, answer: { ...answer, ...changes } })
const answeredWith = (changes: object) => answered({ response: { ...response, ...changes } })
const heard = (event: unknown) => ({ type: 'heard', id: 1, event, failure: null })

test.each([
  { type: 'ready' },
  { type: 'log', lines: [{ level: 'warn', text: 'hello' }] },
  { type: 'done', id: 1, failure: null },
  { type: 'done', id: 1, failure },
  { type: 'spoiled', id: 1 },
  { type: 'answered', id: 2, answer },
  { type: 'answered', id: 2, answer: { response: null, failure, ms: 1 } },
  { type: 'answered', id: 2, answer: { response: null, failure: { ...failure, kind: 'not-sendable' }, ms: 1 } },
  { type: 'answered-together', id: 3, answers: [answer, answer], finished: [1, 0] },
  { type: 'connected', id: 4, answer, open: true },
  { type: 'heard', id: 5, event: null, failure },
  { type: 'heard', id: 5, event: { kind: 'message', data: 'text' }, failure: null },
  { type: 'heard', id: 5, event: { kind: 'message', data: new ArrayBuffer(2) }, failure: null },
  { type: 'heard', id: 5, event: { kind: 'closed', code: 1005, reason: '' }, failure: null },
  { type: 'ended', failure },
  { type: 'ended', failure: { ...failure, kind: 'exited' } },
])('what a realm says is understood: %j', message => {
  expect(parseRealmMessage(message)).toEqual(message)
})

test.each([
  ['nothing', undefined],
  ['text', 'ready'],
  ['an unknown type', { type: 'replied', call: 1 }],
  ['an id that is no number', { type: 'done', id: '1', failure: null }],
  ['an id that is no count', { type: 'done', id: Number.NaN, failure: null }],
  ['no failure where one belongs', { type: 'ended', failure: null }],
  ['a failure that only the supervisor may find', { type: 'done', id: 1, failure: { ...failure, kind: 'timed-out' } }],
  ['a failure forgotten', { type: 'done', id: 1 }],
  ['an answer forgotten', { type: 'answered', id: 1 }],
  ['an answer without a time', answered({ ms: Number.NaN })],
  ['a body that is no buffer', answeredWith({ body: 'x' })],
  ['headers as an object', answeredWith({ headers: { a: 'b' } })],
  ['a header that is no text', answeredWith({ headers: [['a', 1]] })],
  ['a status that is no number', answeredWith({ status: '200' })],
  ['one answer that is none among several', { type: 'answered-together', id: 1, answers: [answer, 7], finished: [] }],
  ['an order of words', { type: 'answered-together', id: 1, answers: [answer], finished: ['first'] }],
  ['an unknown event', heard({ kind: 'opened' })],
  ['a message without data', heard({ kind: 'message' })],
  ['a message of numbers', heard({ kind: 'message', data: [1, 2] })],
  ['a close code that is no count', heard({ kind: 'closed', code: '1000', reason: '' })],
  ['an event forgotten', { type: 'heard', id: 1, failure: null }],
  ['a list without an end', answeredWith({ chunks: Object.assign([], { length: 4_294_967_295 }) })],
  ['log lines as text', { type: 'log', lines: 'hello' }],
  ['an unknown log level', { type: 'log', lines: [{ level: 'page', text: 'x' }] }],
])('%s is dropped', (_, message) => {
  expect(parseRealmMessage(message)).toBeNull()
})

test('nothing but the checked fields is passed on, and long texts are cut', () => {
  const forged = { type: 'log', lines: [{ level: 'log', text: 'x'.repeat(100_000), run: 7 }], app: 3 }
  const parsed = parseRealmMessage(forged)
  expect(parsed).toEqual({ type: 'log', lines: [{ level: 'log', text: 'x'.repeat(16_384) }] })
})
