import { describe, expect, it } from 'vitest'
import type { Case } from './case.ts'
import { type Answers, judgeCase, sameAnswers } from './judge.ts'
import type { Outcome } from './normalise.ts'

const CASE: Case = { area: 'cookies', name: 'a cookie comes back', program: 'cookies', steps: [] }
const LISTED: Case = { ...CASE, difference: { reason: 'It cannot.', embedded: 'Something else.' } }
const FAILING: Case = { ...CASE, outcome: 'failed' }

const PASSED: Outcome = {
  outcome: 'passed',
  notRun: null,
  failure: null,
  steps: [{ response: { status: 200 }, log: [] }],
  unmet: [],
  endLog: [],
  loadLog: [],
}
const UNMET: Outcome = {
  ...PASSED,
  outcome: 'failed',
  unmet: [
    {
      step: 0,
      expectation: { subject: { kind: 'status' }, predicate: { kind: 'equals', value: 200 } },
      actual: { kind: 'value', value: 404 },
    },
  ],
}
const OTHER: Outcome = { ...PASSED, steps: [{ response: { status: 201 }, log: [] }] }

const standings = (one: Case, embedded: Answers['embedded'], webcontainer: Answers['webcontainer']) => {
  const judged = judgeCase(one, { embedded, webcontainer })
  return [judged.embedded.standing, judged.webcontainer.standing]
}

describe('a case', () => {
  it('is as expected when it comes to what it does in real Node', () => {
    expect(standings(CASE, PASSED, PASSED)).toEqual(['as-expected', 'as-expected'])
    expect(standings(FAILING, UNMET, UNMET)).toEqual(['as-expected', 'as-expected'])
  })

  it('is not run in an engine that gave nothing', () => {
    expect(standings(CASE, PASSED, null)).toEqual(['as-expected', 'not-run'])
    expect(standings(LISTED, null, PASSED)).toEqual(['not-run', 'as-expected'])
  })

  it('tells what should have come, and what came', () => {
    const { embedded, webcontainer } = judgeCase(CASE, { embedded: PASSED, webcontainer: UNMET })
    expect(webcontainer.problems).toEqual([
      'The check should come to "passed", but came to "failed".',
      'The status should be 200 OK, but it is 404 Not Found.',
      'The two engines do not answer the same.',
    ])
    // Only the side that strayed is to blame.
    expect(embedded.problems).toEqual([])
  })

  it('is not as expected when it passes where it should fail', () => {
    expect(standings(FAILING, PASSED, null)).toEqual(['not-as-expected', 'not-run'])
  })

  it('is not as expected when both pass with different answers', () => {
    expect(standings(CASE, PASSED, OTHER)).toEqual(['not-as-expected', 'not-as-expected'])
  })

  it('may differ in the page where that is listed, but not in a WebContainer', () => {
    expect(standings(LISTED, UNMET, PASSED)).toEqual(['listed', 'as-expected'])
    expect(standings(LISTED, UNMET, null)).toEqual(['listed', 'not-run'])
    expect(standings(LISTED, PASSED, UNMET)).toEqual(['listed', 'not-as-expected'])
  })

  it('is no problem when a difference is listed and there is none in this browser', () => {
    expect(standings(LISTED, PASSED, PASSED)).toEqual(['listed', 'as-expected'])
  })

  it('keeps its answers only when something is not as expected', () => {
    expect(judgeCase(CASE, { embedded: PASSED, webcontainer: PASSED }).answers).toBeNull()
    expect(judgeCase(CASE, { embedded: PASSED, webcontainer: OTHER }).answers).toEqual({
      embedded: PASSED,
      webcontainer: OTHER,
    })
  })
})

describe('answers', () => {
  it('are the same whatever the order of their keys, and whatever a function without a name is called', () => {
    const logging = (line: string): Outcome => ({ ...PASSED, endLog: [line] })
    expect(sameAnswers({ ...PASSED, failure: { a: 1, b: 2 } }, { ...PASSED, failure: { b: 2, a: 1 } })).toBe(true)
    expect(
      sameAnswers(
        logging('error: Error: no\n    at Array.<anonymous> (app.ts:3:9)'),
        logging('error: Error: no\n    at default/< (app.ts:3:9)'),
      ),
    ).toBe(true)
    expect(sameAnswers(logging('log: a'), logging('log: b'))).toBe(false)
  })
})
