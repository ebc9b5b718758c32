import { expect, it } from 'vitest'
import type { Verdict } from '../../run/verdict.ts'
import type { Case, Suite } from './case.ts'
import { runSuite } from './run-suite.ts'

const cases: readonly Case[] = ['one', 'two', 'three'].map(program => ({
  area: 'area',
  name: `in ${program}`,
  program,
  steps: [],
}))
const suite: Suite = {
  areas: [{ id: 'area', title: 'Area', cases }],
  programs: { one: { 'app.ts': '1' }, two: { 'app.ts': '2' }, three: { 'app.ts': '3' } },
}

const verdictOf = (check: string): Verdict => ({
  exercise: 'conformance',
  engine: 'embedded',
  seed: 1,
  diagnostics: [],
  results: [{ check, outcome: 'passed', steps: [], failure: null, notRun: null, log: [], values: {} }],
  log: [],
  timings: { compile: 0, evaluate: 0, requests: 0, judge: 0 },
})

it('goes on after a program that an engine could not be asked with, and tells why', async () => {
  const reported: number[] = []
  const { outcomes, failures } = await runSuite(
    suite,
    cases,
    async ({ exercise: { checks }, files }) => {
      if (files['app.ts'] === '2') throw new Error('Could not run: because the engine is gone.')
      return verdictOf(checks[0]?.id ?? '')
    },
    { signal: new AbortController().signal, report: (_, done) => reported.push(done) },
  )
  expect([...outcomes.keys()]).toEqual(['area-in-one', 'area-in-three'])
  expect(failures).toEqual(['Could not run: because the engine is gone. (the program two, from area-in-two on)'])
  expect(reported).toEqual([1, 2, 3])
})

it('keeps what was found until it is stopped', async () => {
  const end = new AbortController()
  const { outcomes, failures } = await runSuite(
    suite,
    cases,
    async ({ exercise: { checks }, files }, signal) => {
      if (files['app.ts'] === '2') end.abort()
      signal.throwIfAborted()
      return verdictOf(checks[0]?.id ?? '')
    },
    { signal: end.signal, report: () => undefined },
  )
  expect([[...outcomes.keys()], failures]).toEqual([['area-in-one'], []])
})
