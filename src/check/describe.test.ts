import { describe, expect, test } from 'vitest'
import { get, header, json, status } from './authoring.ts'
import {
  describeExpectation,
  describeObservation,
  describeOutcome,
  describeRequest,
  describeUnsent,
  summarise,
} from './describe.ts'
import { answer, exchange, failure } from './exchange.fixture.ts'
import { judgeCheck } from './judge.ts'
import type { CheckTranscript, Outcome, Result } from './result.ts'

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
  expect(describeRequest(get('/items?q=a'))).toBe('GET /items?q=a')
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

describe('a step that was not sent says why', () => {
  const judged = (rest: Partial<CheckTranscript>): Result => {
    const step = { request: get('/'), expect: [status(200)] }
    const nothing = { startFailure: null, exchanges: [], endFailure: null, endLog: [], notRun: null }
    return judgeCheck({ id: 'a', title: '', why: '', steps: [step, step] }, { ...nothing, ...rest })
  }
  const crashed = exchange(null, { failure: failure('threw') })
  test.each([
    [{ startFailure: failure('load-threw') }, 'Not sent, because the app did not start.'],
    [{ exchanges: [crashed] }, 'Not sent, because the app gave no whole answer to an earlier request of this check.'],
    [{ notRun: { kind: 'did-not-compile' } as const }, 'Not run, because the code does not compile.'],
    [
      { exchanges: [exchange(answer(500))], notRun: { kind: 'run-limit', ms: 10_000 } as const },
      'Not sent, because all checks together took too long and the run was stopped.',
    ],
  ])('%j', (rest, sentence) => {
    expect(describeUnsent(judged(rest))).toBe(sentence)
  })
})
