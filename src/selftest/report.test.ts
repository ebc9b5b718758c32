import { describe, expect, it } from 'vitest'
import { type Case, idOf } from './conformance/case.ts'
import type { Outcome } from './conformance/normalise.ts'
import { type Findings, judgeAreas, reportOf, tallyOf } from './report.ts'
import { summaryOf } from './summary.ts'

const caseOf = (name: string, more: Partial<Case> = {}): Case => ({
  area: 'headers',
  name,
  program: 'headers',
  steps: [],
  ...more,
})
const good = caseOf('good')
const bad = caseOf('bad')
const listed = caseOf('listed', { difference: { reason: 'It cannot.', embedded: 'Nothing.' } })
const areas = [
  { id: 'headers', title: 'Headers', cases: [good, bad, listed] },
  { id: 'empty', title: 'Not chosen', cases: [caseOf('not chosen')] },
]
const chosen = new Set([good, bad, listed])

const came = (outcome: Outcome['outcome']): Outcome => ({
  outcome,
  notRun: null,
  failure: null,
  steps: [],
  unmet: [],
  endLog: [],
  loadLog: [],
})
const runOf = (outcomes: Readonly<Record<string, Outcome>>) => ({
  outcomes: new Map(Object.entries(outcomes)),
  failures: [],
})
const embedded = runOf({ [idOf(good)]: came('passed'), [idOf(bad)]: came('broke'), [idOf(listed)]: came('failed') })
const allGood = runOf({ [idOf(good)]: came('passed'), [idOf(bad)]: came('passed'), [idOf(listed)]: came('failed') })

const findings: Findings = {
  build: '0.1.0+abc',
  at: '2026-06-01T10:00:00.000Z',
  browser: { userAgent: 'A browser', isolated: true, deviceMemory: null, hardwareConcurrency: 2 },
  container: { state: 'not-asked', why: 'This browser is offline.', bootMs: null, stages: [] },
  probes: [],
  choice: 'all',
  areas: judgeAreas(areas, chosen, { embedded, webcontainer: null }),
  failures: { embedded: [], webcontainer: [] },
}

describe('a report', () => {
  it('counts by area and engine, and has in full only what is not as expected', () => {
    const { format, conformance } = reportOf(findings)
    expect(format).toBe(1)
    expect(conformance.areas).toEqual([
      {
        id: 'headers',
        embedded: { 'as-expected': 1, 'not-as-expected': 1, listed: 1, 'not-run': 0 },
        webcontainer: { 'as-expected': 0, 'not-as-expected': 0, listed: 0, 'not-run': 3 },
      },
    ])
    expect(conformance.unexpected.map(({ id }) => id)).toEqual(['headers-bad'])
  })

  it('is JSON, and comes back as it is', () => {
    const report = reportOf(findings)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  it('has every chosen case in one of the counts', () => {
    const all = findings.areas.flatMap(({ cases }) => cases)
    const sum = Object.values(tallyOf(all, 'embedded')).reduce((total, count) => total + count, 0)
    expect(sum).toBe(chosen.size)
  })
})

describe('the summary', () => {
  const fine: Findings = { ...findings, areas: judgeAreas(areas, chosen, { embedded: allGood, webcontainer: null }) }

  it('names what is not as expected first of all', () => {
    expect(summaryOf(findings, null)).toEqual({
      kind: 'problem',
      title: 'Not everything is as expected',
      sentences: [
        'In this page 1 case does not come out as expected.',
        'The WebContainer was not tried: This browser is offline.',
      ],
    })
  })

  it('is content when all is well, and says what could not be tried', () => {
    expect(summaryOf(fine, null)).toMatchObject({ kind: 'caution', title: 'What could be tried is as expected' })
    const probe = { id: 'echo', outcome: 'holds', seen: 'It came back.', measured: {}, ms: 1 } as const
    const tried: Findings = {
      ...fine,
      container: { state: 'up', why: null, bootMs: 1, stages: [] },
      probes: [probe],
      areas: judgeAreas([{ id: 'headers', title: 'Headers', cases: [good] }], chosen, {
        embedded: allGood,
        webcontainer: allGood,
      }),
    }
    expect(summaryOf(tried, null)).toEqual({
      kind: 'info',
      title: 'Everything is as expected',
      sentences: [
        'In this page the one case comes out as expected.',
        'Of 1 probes 1 hold, 0 differ and 0 could not be tried.',
        'In the WebContainer the one case comes out as expected.',
      ],
    })
    const differing: Findings = { ...tried, probes: [{ ...probe, outcome: 'differs' }] }
    expect(summaryOf(differing, null).kind).toBe('problem')
    const minor: Findings = { ...tried, probes: [{ ...probe, outcome: 'minor' }] }
    expect(summaryOf(minor, null)).toMatchObject({ kind: 'info' })
    expect(summaryOf(minor, null).sentences[1]).toBe(
      'Of 1 probes 0 hold, 0 differ and 0 could not be tried. 1 came out other than counted on, which costs nothing or little.',
    )
  })

  it('says why a container did not come up, with one full stop', () => {
    const failed: Findings = { ...fine, container: { state: 'failed', why: 'It is gone.', bootMs: null, stages: [] } }
    expect(summaryOf(failed, null).sentences[1]).toBe('The WebContainer did not come up: It is gone.')
  })

  it('counts cases of programs that could not be run as wrong', () => {
    const broken: Findings = {
      ...findings,
      areas: judgeAreas(areas, chosen, { embedded: runOf({}), webcontainer: null }),
      failures: { embedded: ['Could not run.'], webcontainer: [] },
    }
    expect(summaryOf(broken, null).sentences[0]).toBe('In this page 3 cases do not come out as expected.')
  })

  it('says that it was cut short, and nothing that was not finished', () => {
    expect(summaryOf(findings, 'It was stopped before its end.')).toEqual({
      kind: 'caution',
      title: 'The self-test did not come to its end',
      sentences: ['It was stopped before its end.'],
    })
  })
})
