import { describe, expect, test } from 'vitest'
import { ask, get, header, json, open, say, send, status, statuses, together } from './authoring.ts'
import type { Step } from './check.ts'
import {
  describeExpectation,
  describeObservation,
  describeOutcome,
  describeRequest,
  describeUnsent,
  observationPlaces,
  sentMessage,
  summarise,
} from './describe.ts'
import { answer, exchange, exchanged, failure } from './exchange.fixture.ts'
import { untouched } from './happened.ts'
import { judgeCheck } from './judge.ts'
import type { CheckTranscript, Happened, Outcome, Result } from './result.ts'

const result = (outcome: Outcome): Result => ({
  check: outcome,
  outcome,
  steps: [],
  failure: null,
  notRun: outcome === 'not-run' ? { kind: 'run-limit', ms: 10_000 } : null,
  log: [],
})
const results = (...outcomes: Outcome[]): Result[] => outcomes.map(result)
const uncompiled: Result = { ...result('not-run'), notRun: { kind: 'did-not-compile' } }

test.each([
  [results(), 'No checks'],
  [results('passed'), 'The check passes'],
  [results('passed', 'passed'), 'All 2 checks pass'],
  [results('passed', 'failed', 'passed'), '2 of 3 checks pass'],
  [results('passed', 'failed'), '1 of 2 checks passes'],
  [results('failed'), '0 of 1 checks pass'],
  [results('passed', 'passed', 'broke', 'not-run'), '2 of 4 checks pass, 1 has no answer, 1 not run'],
  [results('failed', 'broke', 'broke'), '0 of 3 checks pass, 2 have no answer'],
  [[uncompiled, uncompiled], 'The code does not compile'],
])('a run is summed up in one line', (run, line) => {
  expect(summarise(run)).toBe(line)
})

test('every outcome has a name', () => {
  expect((['passed', 'failed', 'broke', 'not-run'] as const).map(describeOutcome)).toEqual([
    'Passed',
    'Failed',
    'Broke',
    'Not run',
  ])
})

test('a request is its request line', () => {
  expect(describeRequest({ method: 'GET', path: '/items?q=a', headers: [] })).toBe('GET /items?q=a')
})

test.each([
  [status(201), 'status is 201 Created'],
  [header('X-Error').equals('Item missing'), 'header X-Error is "Item missing"'],
  [header('X-Error').absent(), 'no header X-Error'],
  [json('$.detail[0]["loc"]').equals(['path', 'item_id']), 'detail[0].loc is ["path","item_id"]'],
])('an expectation is one line', (expectation, line) => {
  expect(describeExpectation(expectation)).toBe(line)
})

test('what is met says so', () => {
  const observation = { expectation: status(201), actual: { kind: 'value', value: 201 }, met: true } as const
  expect(describeObservation(observation)).toBe('As expected: status is 201 Created.')
})

test('a place that is not there, in something too large to be kept, is not taken for a header', () => {
  const observation = { expectation: json('detail').exists(), actual: { kind: 'missing' }, met: false } as const
  expect(describeObservation(observation)).toMatch(/there is no such place in the body\.$/u)
})

describe('a step that was not performed says why', () => {
  const unsent = (steps: Step[], rest: Partial<CheckTranscript>): string => {
    const check = { id: 'a', title: '', why: '', steps }
    return describeUnsent(check, judgeCheck(check, { ...untouched, ...rest }), 1)
  }
  const one = send(get('/'), [status(200)])
  const answered = (code: number) => exchanged(exchange(answer(code)))
  const crashed = exchanged(exchange(null, { failure: failure('threw') }))
  test.each([
    [{ startFailure: failure('load-threw') }, 'Not sent, because the app did not start.'],
    [{ happened: [crashed] }, 'Not sent, because the app gave no whole answer to an earlier request of this check.'],
    [{ notRun: { kind: 'did-not-compile' } as const }, 'Not run, because the code does not compile.'],
    [
      { happened: [answered(500)], notRun: { kind: 'run-limit', ms: 10_000 } as const },
      'Not sent, because all checks together took too long and the run was stopped.',
    ],
  ])('%j', (rest, sentence) => {
    expect(unsent([one, one], rest)).toBe(sentence)
  })
  test('a value that nobody saved', () => {
    const saving = { ...one, save: { id: json('id').subject, key: json('key').subject } }
    const using = send(get('/{{id}}/{{key}}'), [])
    expect(unsent([saving, using], { happened: [answered(200), null] })).toBe(
      'Not sent, because it needs "id" and "key", which no answer before it had.',
    )
  })
  test('a socket that was refused', () => {
    expect(unsent([open('a', '/ws'), say('a', 'hello')], { happened: [answered(403), null] })).toBe(
      'Not done, because its WebSocket was not opened.',
    )
  })
})

test.each([
  [say('alice', 'hi {{word}}'), { text: 'hi lantern' }],
  [say('alice', { json: { to: '{{word}}' } }), { text: '{"to":"lantern"}' }],
  [say('alice', { json: { to: '{{unknown}}' } }), { text: '{"to":"{{unknown}}"}' }],
  [say('alice', { base64: 'AAE=' }), { base64: 'AAE=' }],
])('the message of %j is as it was sent, where its values are known', (step, message) => {
  expect(sentMessage(step, { word: 'lantern' })).toEqual(message)
})

test('observations of a parallel step say which request they are about', () => {
  const step = together(
    [ask(get('/a'), [status(200)]), ask(get('/b')), ask(get('/c'), [status(200)])],
    [statuses.hasLength(3)],
  )
  const exchanges = ['/a', '/b', '/c'].map(path =>
    exchange(answer(200), { request: { method: 'GET', path, headers: [] } }),
  )
  const happened: Happened = { kind: 'parallel', exchanges, finished: [0, 1, 2], log: [] }
  const result = judgeCheck({ id: 'a', title: '', why: '', steps: [step] }, { ...untouched, happened: [happened] })
  const [judged] = result.steps
  expect(judged && observationPlaces(step, judged)).toEqual(['Request 1, GET /a', 'Request 3, GET /c', ''])
})
