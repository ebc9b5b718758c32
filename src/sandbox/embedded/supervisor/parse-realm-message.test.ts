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

test.each([
  { type: 'ready' },
  { type: 'log', lines: [{ level: 'warn', text: 'hello' }] },
  { type: 'done', id: 1, failure: null },
  { type: 'done', id: 1, failure },
  { type: 'answered', id: 2, response, failure: null, ms: 1 },
  { type: 'answered', id: 2, response: null, failure, ms: 1 },
  { type: 'refused', id: 3, why: 'because' },
  { type: 'ended', failure },
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
  ['a body that is no buffer', { type: 'answered', id: 1, ms: 1, failure: null, response: { ...response, body: 'x' } }],
  [
    'headers as an object',
    { type: 'answered', id: 1, ms: 1, failure: null, response: { ...response, headers: { a: 'b' } } },
  ],
  [
    'a header that is no text',
    { type: 'answered', id: 1, ms: 1, failure: null, response: { ...response, headers: [['a', 1]] } },
  ],
  [
    'a status that is no number',
    { type: 'answered', id: 1, ms: 1, failure: null, response: { ...response, status: '200' } },
  ],
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
