import { describe, expect, it } from 'vitest'
import type { NotRunReason, Result } from '../check/result.ts'
import type { RunResult, Verdict } from '../run/verdict.ts'
import { compareVerdicts } from './compare-verdicts.ts'

const result = (check: string, rest: Partial<Result> & Pick<Result, 'outcome'>): RunResult => ({
  check,
  steps: [],
  failure: null,
  notRun: null,
  log: [],
  values: {},
  ...rest,
})
const verdict = (...results: readonly RunResult[]): Verdict => ({
  exercise: 'x',
  engine: 'embedded',
  seed: 1,
  diagnostics: [],
  results,
  log: [],
  timings: { compile: 0, evaluate: 0, requests: 0, judge: 0 },
})
const broke = (
  kind: 'timed-out' | 'exited' | 'unhandled',
  message = 'why',
): Partial<Result> & Pick<Result, 'outcome'> => ({
  outcome: 'broke',
  failure: { kind, message, at: null },
})

describe('compareVerdicts', () => {
  it('confirms what came to the same, whether it passed or not', () => {
    const one = verdict(
      result('a', { outcome: 'passed' }),
      result('b', { outcome: 'failed' }),
      result('c', broke('unhandled')),
    )
    expect(compareVerdicts(one, one)).toEqual({ kind: 'confirmed' })
  })

  it('names every check that came to something else, in order', () => {
    const page = verdict(
      result('a', { outcome: 'passed' }),
      result('b', { outcome: 'passed' }),
      result('c', { outcome: 'failed' }),
    )
    const node = verdict(
      result('c', { outcome: 'passed' }),
      result('b', { outcome: 'passed' }),
      result('a', broke('unhandled')),
    )
    expect(compareVerdicts(page, node)).toEqual({
      kind: 'differs',
      checks: [
        { check: 'a', embedded: 'passed', webcontainer: 'broke' },
        { check: 'c', embedded: 'failed', webcontainer: 'passed' },
      ],
    })
  })

  it('leaves open what the container may have lost itself: its time, or its process', () => {
    const page = verdict(result('a', { outcome: 'passed' }))
    for (const kind of ['timed-out', 'exited'] as const) {
      const found = compareVerdicts(page, verdict(result('a', broke(kind, '2000 ms'))))
      expect(found).toEqual({
        kind: 'unknown',
        why: 'could not confirm it: because the WebContainer did not finish "a" (2000 ms); it is tried again after the next edit',
      })
    }
  })

  it('holds a time-out of both for the same', () => {
    const one = verdict(result('a', broke('timed-out')))
    expect(compareVerdicts(one, verdict(result('a', broke('timed-out', '300 ms'))))).toEqual({ kind: 'confirmed' })
  })

  it('leaves open what one of them had no time for', () => {
    const whole = verdict(result('a', { outcome: 'passed' }), result('b', { outcome: 'passed' }))
    const noTime: readonly NotRunReason[] = [{ kind: 'run-limit', ms: 1 }, { kind: 'start-timed-out' }]
    for (const notRun of noTime) {
      const cut = verdict(result('a', { outcome: 'passed' }), result('b', { outcome: 'not-run', notRun }))
      expect(compareVerdicts(whole, cut)).toMatchObject({ why: expect.stringContaining('did not finish "b"') })
      expect(compareVerdicts(cut, whole)).toMatchObject({ why: expect.stringContaining('in this page') })
    }
  })
})
