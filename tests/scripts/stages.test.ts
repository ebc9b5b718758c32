import { expect, test } from 'vitest'
import { count } from '../../scripts/stages.mjs'

const file = (...statuses: string[]) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
})
const report = (...testResults: object[]) => JSON.stringify({ testResults })

test('passed and failed tests are counted, skipped ones are named', () => {
  const counts = count(report(file('passed', 'passed', 'skipped'), file('failed', 'todo')), 1)
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: ['test 2', 'test 1'] })
})

test('a file that could not be loaded is a failure', () => {
  const unloaded = { status: 'failed', assertionResults: [] }
  expect(count(report(file('passed'), unloaded), 1)).toMatchObject({ passed: 1, failed: 1 })
})

test.each([
  ['a crash without a report', null, 134],
  ['a signal', null, null],
  ['no test at all', report(), 0],
  ['only skipped tests', report(file('skipped')), 0],
  ['an error outside of the tests', report(file('passed')), 1],
])('%s is a failure', (_, text, code) => {
  expect(count(text, code).failed).toBe(1)
})
