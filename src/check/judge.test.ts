import { describe, expect, test } from 'vitest'
import { body, get, header, json, send, status } from './authoring.ts'
import { AuthoringError } from './authoring-error.ts'
import type { Check, Step } from './check.ts'
import { answer, exchange, exchanged, failure, heard } from './exchange.fixture.ts'
import { untouched } from './happened.ts'
import { judgeCheck } from './judge.ts'
import type { CheckTranscript } from './result.ts'

const ok: Step = send(get('/'), [status(200)])
const check = (...steps: Step[]): Check => ({ id: 'a-check', title: 'A check', why: '', steps })
const transcript = (rest: Partial<CheckTranscript>): CheckTranscript => ({ ...untouched, ...rest })
const good = exchanged(exchange(answer(200)))
const bad = exchanged(exchange(answer(500)))
const crash = failure('threw', 'Error: boom')
const crashed = exchanged(exchange(null, { failure: crash }))
const RUN_LIMIT = { kind: 'run-limit', ms: 10_000 } as const

const outcomes = (checked: Check, rest: Partial<CheckTranscript>) => {
  const result = judgeCheck(checked, transcript(rest))
  return [result.outcome, ...result.steps.map(step => step.outcome)]
}

describe('outcomes of the check and its steps', () => {
  test('all as expected: passed', () => {
    expect(outcomes(check(ok, ok), { happened: [good, good] })).toEqual(['passed', 'passed', 'passed'])
  })
  test('an answer that is not as expected: failed, and later steps are judged all the same', () => {
    expect(outcomes(check(ok, ok), { happened: [bad, good] })).toEqual(['failed', 'failed', 'passed'])
  })
  test('no answer: broke, and the steps after it are not-run even if something was sent', () => {
    const sent = { happened: [good, crashed, good] }
    expect(outcomes(check(ok, ok, ok), sent)).toEqual(['broke', 'passed', 'broke', 'not-run'])
    expect(judgeCheck(check(ok, ok, ok), transcript(sent)).failure).toEqual(crash)
  })
  test('broke comes before failed', () => {
    expect(outcomes(check(ok, ok), { happened: [bad, crashed] })).toEqual(['broke', 'failed', 'broke'])
  })
  test('an app that did not start: broke, no step is run', () => {
    const startFailure = failure('load-threw', 'Error: no')
    expect(outcomes(check(ok), { startFailure })).toEqual(['broke', 'not-run'])
    expect(judgeCheck(check(ok), transcript({ startFailure }))).toMatchObject({ failure: startFailure, notRun: null })
  })
  test('a crash after the last answer: broke, the steps keep what they were', () => {
    const endFailure = failure('unhandled', 'Error: late')
    expect(outcomes(check(ok), { happened: [good], endFailure })).toEqual(['broke', 'passed'])
    expect(judgeCheck(check(ok), transcript({ happened: [good], endFailure })).failure).toBe(endFailure)
  })
  test('cut short with nothing wrong so far: not-run, with the reason', () => {
    const rest = { happened: [good], notRun: RUN_LIMIT }
    expect(outcomes(check(ok, ok), rest)).toEqual(['not-run', 'passed', 'not-run'])
    expect(judgeCheck(check(ok, ok), transcript(rest)).notRun).toBe(RUN_LIMIT)
  })
  test('cut short after a step failed: failed, for nothing later could mend it, and without the reason', () => {
    const rest = { happened: [bad], notRun: RUN_LIMIT }
    expect(outcomes(check(ok, ok), rest)).toEqual(['failed', 'failed', 'not-run'])
    expect(judgeCheck(check(ok, ok), transcript(rest)).notRun).toBeNull()
  })
  test('cut short after the app broke: broke', () => {
    expect(outcomes(check(ok), { happened: [crashed], notRun: RUN_LIMIT })[0]).toBe('broke')
  })
  test('not run at all: every step is not-run', () => {
    expect(outcomes(check(ok, ok), { notRun: { kind: 'did-not-compile' } })).toEqual(['not-run', 'not-run', 'not-run'])
  })
})

describe('observations', () => {
  test('every expectation is looked at, in order, past the first that is not met', () => {
    const expected = [status(201), header('X-A').exists(), json('a').equals(1)]
    const happened = [exchanged(exchange(answer(200, '{"a":1}')))]
    const [step] = judgeCheck(check(send(get('/'), expected)), transcript({ happened })).steps
    expect(step?.observations).toEqual([
      { expectation: expected[0], actual: { kind: 'value', value: 200 }, met: false },
      { expectation: expected[1], actual: { kind: 'missing' }, met: false },
      { expectation: expected[2], actual: { kind: 'value', value: 1 }, met: true },
    ])
  })
  test.each(['body-too-large', 'body-failed'] as const)(
    'of an answer that broke off (%s) are made of what arrived',
    kind => {
      const broken = exchange({ ...answer(200, '{"a":1'), complete: false }, { failure: failure(kind) })
      const step = send(get('/'), [status(200), json('a').equals(1)])
      const result = judgeCheck(check(step), transcript({ happened: [exchanged(broken)] }))
      expect(result.outcome).toBe('broke')
      expect(result.steps[0]?.observations.map(observation => observation.met)).toEqual([true, false])
    },
  )
  test('there are none without an answer', () => {
    expect(judgeCheck(check(ok), transcript({ happened: [crashed] })).steps[0]?.observations).toEqual([])
  })
})

describe('advice', () => {
  const advised: Step = send(get('/'), [status(200)], {
    advice: [
      { when: [status(500)], say: 'It is 500.' },
      { when: [status(500), header('X-A').exists()], say: 'Not both hold.' },
      { when: [header('X-A').absent()], say: 'No X-A.' },
    ],
  })
  const adviceFor = (...happened: CheckTranscript['happened']) =>
    judgeCheck(check(advised), transcript({ happened })).steps[0]?.advice
  test('is all whose every condition holds', () => {
    expect(adviceFor(bad)).toEqual(['It is 500.', 'No X-A.'])
  })
  test('is not given to a step that passed, though a condition holds', () => {
    expect(adviceFor(good)).toEqual([])
  })
  test('of the platform comes after that of the check', () => {
    const advice = adviceFor(exchanged(exchange(answer(404, '404 Not Found'))))
    expect(advice?.[0]).toBe('No X-A.')
    expect(advice?.[1]).toContain('no route')
  })
  test('of the platform is given to a step that broke', () => {
    expect(adviceFor(exchanged(exchange(null, { failure: failure('no-response', 'undefined') })))).toHaveLength(1)
  })
})

test('console lines after the last answer are handed on', () => {
  const endLog = [{ level: 'log', text: 'late' }] as const
  expect(judgeCheck(check(ok), transcript({ happened: [good], endLog })).log).toBe(endLog)
})

test('a result is JSON-safe: nothing is lost on the way out of a worker', () => {
  const result = judgeCheck(check(ok, ok), transcript({ happened: [bad, crashed] }))
  expect(JSON.parse(JSON.stringify(result))).toEqual(result)
})

describe('faults that are not the learner’s', () => {
  test('a wrong check is an authoring error that names the check', () => {
    const wrong = send(get('/'), [json('a..b').exists()])
    const judging = () => judgeCheck(check(wrong), transcript({ happened: [good] }))
    expect(judging).toThrow(AuthoringError)
    expect(judging).toThrow('In the check "a-check", step 1: could not read the JSON path "a..b"')
  })
  test('a check without steps cannot pass', () => {
    expect(() => judgeCheck(check(), transcript({}))).toThrow(AuthoringError)
  })
  test('a step that was not performed for no reason cannot pass', () => {
    expect(() => judgeCheck(check(ok, ok), transcript({ happened: [good] }))).toThrow('did not perform step 2 of 2')
    expect(() => judgeCheck(check(ok, ok), transcript({ happened: [null, good] }))).toThrow(
      'did not perform step 1 of 2',
    )
  })
  test('a step left out for want of a value that was there to be saved cannot pass', () => {
    const saving = send(get('/'), [], { save: { id: body.subject } })
    const using = send(get('/{{id}}'), [])
    expect(() => judgeCheck(check(saving, using), transcript({ happened: [good, null] }))).toThrow(
      'steps were left out though none failed',
    )
  })
  test('an exchange with neither answer nor failure cannot pass', () => {
    expect(() => judgeCheck(check(ok), transcript({ happened: [exchanged(exchange(null))] }))).toThrow(
      'neither an answer nor a failure',
    )
  })
  test('what cannot have come of a step cannot pass', () => {
    expect(() => judgeCheck(check(ok), transcript({ happened: [heard(null)] }))).toThrow(
      'what happened is of kind "socket"',
    )
  })
})
