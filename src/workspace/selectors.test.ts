import { describe, expect, it } from 'vitest'
import type { Check } from '../check/check.ts'
import type { Outcome } from '../check/result.ts'
import type { Exercise } from '../exercise/exercise.ts'
import type { RunResult, Verdict } from '../run/verdict.ts'
import { counts, firstProblem, hasGenerated, isSolved, isStale, shownResults } from './selectors.ts'
import type { WorkspaceState } from './state.ts'

const check = (id: string): Check => ({ id, title: id, why: '', steps: [] })
const result = (id: string, outcome: Outcome): RunResult => ({
  check: id,
  outcome,
  steps: [],
  failure: null,
  notRun: null,
  log: [],
  values: {},
})
const verdict = (...results: RunResult[]): Verdict => ({
  exercise: 'x',
  engine: 'embedded',
  seed: 1,
  diagnostics: [],
  results,
  log: [],
  timings: { compile: 0, evaluate: 0, requests: 0, judge: 0 },
})

const exercise: Exercise = {
  id: 'x',
  title: '',
  summary: '',
  difficulty: 'easy',
  topics: [],
  minutes: 1,
  packages: [],
  briefHtml: '',
  hintsHtml: [],
  quiz: [],
  related: [],
  original: '',
  originalHtml: '',
  recording: { exercise: 'x', versions: {}, checks: {} },
  checks: [check('a'), check('b')],
  passingAtStart: [],
  allowedDifferences: [],
  given: {},
  start: {},
  solution: {},
  solutionHtml: {},
}

const files = { 'app.ts': '' }
const state = (change: Partial<WorkspaceState> = {}): WorkspaceState => ({
  exercise,
  files,
  activePath: 'app.ts',
  run: { phase: 'idle' },
  verdict: verdict(result('a', 'passed'), result('b', 'failed')),
  confirmation: { kind: 'none' },
  ranOn: files,
  live: 'on',
  linkProblem: null,
  setAside: null,
  saving: { kind: 'saved' },
  tried: null,
  seed: 1,
  seedProblem: null,
  ...change,
})
const edited = { files: { 'app.ts': '' } }
const allPassed = verdict(result('a', 'passed'), result('b', 'passed'))

describe('isStale', () => {
  it('is about identity: the same text typed anew is another set of files', () => {
    expect(isStale(state())).toBe(false)
    expect(isStale(state(edited))).toBe(true)
  })

  it('is false when there is nothing that could be stale', () => {
    expect(isStale(state({ ...edited, verdict: null, ranOn: null }))).toBe(false)
  })
})

describe('isSolved', () => {
  it('needs every check to pass on the files as they are', () => {
    expect(isSolved(state({ verdict: allPassed }))).toBe(true)
    expect(isSolved(state())).toBe(false)
    expect(isSolved(state({ verdict: allPassed, ...edited }))).toBe(false)
  })
})

describe('shownResults', () => {
  it('takes what has arrived before what is there from the last verdict', () => {
    const progress = { stage: 'checking', results: [result('a', 'broke')] } as const
    const shown = shownResults(state({ ...edited, run: { phase: 'running', progress } }))
    expect(shown.map(({ result, stale }) => [result?.outcome, stale])).toEqual([
      ['broke', false],
      ['failed', true],
    ])
  })

  it('has an entry for a check that was never run', () => {
    const shown = shownResults(state({ verdict: null, ranOn: null }))
    expect(shown.map(({ result, stale }) => [result, stale])).toEqual([
      [null, false],
      [null, false],
    ])
  })

  it('gives the same array for the same state, which React needs', () => {
    const one = state()
    expect(shownResults(one)).toBe(shownResults(one))
  })
})

describe('counts', () => {
  it('counts each outcome, and all checks', () => {
    expect(counts(shownResults(state()))).toEqual({ passed: 1, failed: 1, broke: 0, 'not-run': 0, total: 2 })
  })
})

describe('firstProblem', () => {
  it('is the first check that failed or broke', () => {
    expect(firstProblem(shownResults(state()))).toBe('b')
    expect(firstProblem(shownResults(state({ verdict: allPassed })))).toBeNull()
    const notRun = verdict(result('a', 'not-run'), result('b', 'broke'))
    expect(firstProblem(shownResults(state({ verdict: notRun })))).toBe('b')
  })
})

describe('hasGenerated', () => {
  it('is true when a check makes values from the seed', () => {
    const made = (values: Check['values']) =>
      state({ exercise: { ...exercise, checks: [{ ...check('a'), ...(values && { values }) }] } })
    expect([undefined, {}, { name: { kind: 'word' } } as const].map(values => hasGenerated(made(values)))).toEqual([
      false,
      false,
      true,
    ])
  })
})
