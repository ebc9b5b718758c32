import { describe, expect, test } from 'vitest'
import type { AppFailureKind } from '../http/http.ts'
import {
  ask,
  body,
  closeCode,
  get,
  hangUp,
  header,
  hear,
  json,
  log,
  message,
  open,
  say,
  send,
  source,
  start,
  started,
  status,
  statuses,
  stop,
  together,
  wait,
} from './authoring.ts'
import type { Step } from './check.ts'
import { answer, DONE, exchange, exchanged, failure, heard } from './exchange.fixture.ts'
import { untouched } from './happened.ts'
import { judgeCheck } from './judge.ts'
import { judgeStep, type Known } from './judge-step.ts'
import type { CheckTranscript, Happened } from './result.ts'

const judged = (step: Step, happened: Happened, known: Partial<Known> = {}) =>
  judgeStep(step, happened, { values: {}, source: null, ...known })
const mets = (step: Step, happened: Happened, known: Partial<Known> = {}) =>
  judged(step, happened, known).observations.map(({ met }) => met)
const answered = (code: number, text = ''): Happened => exchanged(exchange(answer(code, text)))
const parallel = (...codes: number[]): Happened => ({
  kind: 'parallel',
  exchanges: codes.map(code => exchange(answer(code))),
  finished: codes.map((_, index) => index),
  log: [],
})

describe('values', () => {
  test('stand in the place of their names in what is observed', () => {
    const step = send(get('/'), [json('id').equals('{{id}}')])
    expect(judged(step, answered(200, '{"id":7}'), { values: { id: 7 } })).toMatchObject({
      outcome: 'passed',
      observations: [{ expectation: { predicate: { kind: 'equals', value: 7 } }, met: true }],
    })
  })
  test('that nobody saved make what needs them unreadable, and nothing else', () => {
    const step = send(get('/'), [status(200), json('id').equals('{{id}}')], {
      advice: [{ when: [json('id').not.equals('{{id}}')], say: 'Never said.' }],
    })
    const result = judged(step, answered(200, '{"id":7}'))
    expect(result.observations).toMatchObject([
      { met: true },
      { met: false, actual: { kind: 'unreadable', why: 'no step could save a value for {{id}}' } },
    ])
    expect(result).toMatchObject({ outcome: 'failed', unsaved: [], advice: [] })
  })
  test('that a later step sends leave that step out, and the others go on', () => {
    const steps = [
      send(get('/'), [], { save: { id: json('id').subject } }),
      send(get('/{{id}}'), []),
      send(get('/a'), []),
    ]
    const transcript: CheckTranscript = { ...untouched, happened: [answered(200, '{}'), null, answered(200)] }
    const result = judgeCheck({ id: 'a', title: '', why: '', steps }, transcript)
    expect(result.outcome).toBe('failed')
    expect(result.steps.map(step => [step.outcome, step.unsaved])).toEqual([
      ['failed', []],
      ['not-run', ['id']],
      ['passed', []],
    ])
  })
})

describe('what a step saves', () => {
  const step = send(get('/'), [status(200)], { save: { id: json('id').subject, all: body.subject } })
  test('is expected to be there, after what it expects itself', () => {
    expect(judged(step, answered(200, '{"id":null}')).observations).toMatchObject([
      { expectation: { subject: { kind: 'status' } } },
      { expectation: { subject: { kind: 'json' }, predicate: { kind: 'exists' } }, met: true },
      { expectation: { subject: { kind: 'body' }, predicate: { kind: 'exists' } }, met: true },
    ])
  })
  test('makes it fail when it is not there', () => {
    expect(judged(step, answered(200, '{}')).outcome).toBe('failed')
  })
})

describe('a client that goes away', () => {
  const step = send(get('/'), [body.startsWith('data')], { abort: { chunks: 1 } })
  test('has a whole answer as far as it came', () => {
    expect(mets(step, exchanged(exchange({ ...answer(200, 'data: 1'), complete: false })))).toEqual([true])
  })
  test('before there was an answer cannot read it, but what was logged', () => {
    const happened = exchanged(exchange(null, { log: [{ level: 'log', text: 'gone' }] }))
    const logging = send(get('/'), [log().equals(['gone']), status(200)], { abort: { ms: 5 } })
    expect(mets(logging, happened)).toEqual([true, false])
    expect(judged(logging, happened).outcome).toBe('failed')
  })
  test('is no excuse for an app that broke', () => {
    const broken = exchange({ ...answer(200, 'data'), complete: false }, { failure: failure('body-failed') })
    expect(judged(step, exchanged(broken))).toMatchObject({ outcome: 'broke', observations: [{ met: false }] })
  })
})

describe('a parallel step', () => {
  const step = together(
    [
      ask(get('/a'), [status(200)], { advice: [{ when: [status(500)], say: 'A is 500.' }] }),
      ask(get('/b'), [status(201), header('x-a').absent()]),
    ],
    [statuses.hasItems(200, 201)],
    { advice: [{ when: [statuses.some({ kind: 'equals', value: 500 })], say: 'One is 500.' }] },
  )
  test('has the observations of each request first, then its own', () => {
    const { observations, outcome } = judged(step, parallel(200, 201))
    expect(observations.map(({ expectation }) => expectation.subject.kind)).toEqual([
      'status',
      'status',
      'header',
      'statuses',
    ])
    expect(outcome).toBe('passed')
  })
  test('gives the advice of the requests that failed, and its own', () => {
    expect(judged(step, parallel(500, 201))).toMatchObject({ outcome: 'failed', advice: ['A is 500.', 'One is 500.'] })
  })
  test('breaks when one of its requests does, and judges the others', () => {
    const happened: Happened = {
      kind: 'parallel',
      exchanges: [exchange(answer(200)), exchange(null, { failure: failure('threw', 'Error: boom') })],
      finished: [0, 1],
      log: [],
    }
    const result = judged(step, happened)
    expect(result.outcome).toBe('broke')
    expect(result.observations.map(({ met }) => met)).toEqual([true, false])
  })
  test('has the platform’s advice for a request that is not as expected, and for no other', () => {
    const notFound: Happened = {
      kind: 'parallel',
      exchanges: [exchange(answer(404, '404 Not Found')), exchange(answer(201))],
      finished: [0, 1],
      log: [],
    }
    expect(judged(step, notFound).advice).toEqual([expect.stringContaining('no route')])
    const asked = together([ask(get('/a'), [status(404)]), ask(get('/b'), [status(200)])])
    expect(judged(asked, notFound).advice).toEqual([])
  })
  test('has it as well where only the step itself expects something', () => {
    const bare = together([ask(get('/a'))], [statuses.equals([200])])
    const error = exchange(answer(500, 'Internal Server Error'))
    const log = [{ level: 'error', text: 'Error: boom' }] as const
    expect(judged(bare, { kind: 'parallel', exchanges: [error], finished: [0], log }).advice).toEqual([
      expect.stringContaining('Error: boom'),
    ])
  })
})

describe('a socket', () => {
  test('is expected to open, unless something else is said', () => {
    expect(mets(open('a', '/ws'), answered(101))).toEqual([true])
    expect(judged(open('a', '/ws'), answered(403)).outcome).toBe('failed')
    expect(mets(open('a', '/ws', [status(403)]), answered(403))).toEqual([true])
    expect(judged(open('a', '/ws'), answered(200)).advice).toEqual([expect.stringContaining('upgradeWebSocket')])
  })
  test('on which nothing is heard fails what was expected, and does not break', () => {
    expect(judged(hear('a', [message().equals('hi')]), heard(null))).toMatchObject({
      outcome: 'failed',
      observations: [{ actual: { kind: 'unreadable', why: 'no message came' } }],
    })
  })
  test('that is closed where a message is expected says code and reason', () => {
    const closed = heard({ kind: 'closed', code: 1008, reason: 'no' })
    expect(judged(hear('a', [message().equals('hi')]), closed).observations[0]?.actual).toMatchObject({
      why: 'no message came: the server closed the socket with code 1008 and the reason "no"',
    })
    expect(mets(hear('a', [closeCode.equals(1008)]), closed)).toEqual([true])
    expect(mets(hangUp('a', [closeCode.equals(1008)]), closed)).toEqual([true])
  })
  test('on which a message is sent has nothing to look at, and breaks with the app', () => {
    expect(judged(say('a', 'hi'), heard(null)).outcome).toBe('passed')
    const broken: Happened = { kind: 'socket', event: null, failure: failure('unhandled'), log: [] }
    expect(judged(say('a', 'hi'), broken).outcome).toBe('broke')
    expect(judged(hear('a', [message().equals('hi')]), broken)).toMatchObject({ outcome: 'broke', observations: [] })
  })
})

test('stopping, starting and waiting pass when the app does not break, and what was logged can be looked at', () => {
  for (const step of [stop(), start(), wait(5)]) expect(judged(step, DONE).outcome).toBe('passed')
  const stopped: Happened = { kind: 'done', failure: null, log: [{ level: 'log', text: 'bye' }] }
  expect(mets(stop([log().equals(['bye'])]), stopped)).toEqual([true])
  expect(judged(start(), { kind: 'done', failure: failure('load-threw'), log: [] }).outcome).toBe('broke')
})

describe('an app that is not to start', () => {
  const refused = (kind: AppFailureKind): Happened => ({
    kind: 'done',
    failure: { kind, message: 'Error: WORDS is odd', at: null },
    log: [{ level: 'log', text: 'opened' }],
  })
  const unstarted = start({}, [started.equals(false)])

  test.each<AppFailureKind>(['load-threw', 'exited'])('passes when it refuses (%s)', kind => {
    expect(judged(unstarted, refused(kind)).outcome).toBe('passed')
  })
  test('fails when it starts', () => {
    expect(judged(unstarted, DONE).outcome).toBe('failed')
  })
  test.each<AppFailureKind>(['timed-out', 'no-app', 'unhandled'])('breaks when it does neither (%s)', kind => {
    expect(judged(unstarted, refused(kind)).outcome).toBe('broke')
  })
  test('has written what it threw, after all else', () => {
    const step = start({}, [started.equals(false), log().equals(['opened', 'Error: WORDS is odd'])])
    expect(mets(step, refused('load-threw'))).toEqual([true, true])
    expect(
      mets(start({}, [started.equals(false), log('error').equals(['Error: WORDS is odd'])]), refused('load-threw')),
    ).toEqual([true, true])
    expect(mets(start({}, [started.equals(false), log().equals(['opened'])]), refused('exited'))).toEqual([true, true])
  })
})

test('the learner’s files can be looked at from any step', () => {
  const step = send(get('/'), [source('app.ts').contains('HTTPException')])
  expect(mets(step, answered(200), { source: { 'app.ts': 'throw new HTTPException(404)' } })).toEqual([true])
  expect(mets(step, answered(200))).toEqual([false])
})
