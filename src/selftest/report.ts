/**
 * What a self-test found out, as it is attached to a bug report.
 * @module
 */

import type { BrowserFacts } from './browser-facts.ts'
import { type Area, type Case, idOf } from './conformance/case.ts'
import { type JudgedCase, judgeCase, type Standing } from './conformance/judge.ts'
import type { SuiteRun } from './conformance/run-suite.ts'
import { ENGINES, type TestedEngine } from './engines.ts'
import type { ProbeResult } from './probes/probe.ts'

/** `smoke`: a short list, of those that tell most. */
export type CaseChoice = 'all' | 'smoke'

/** How the container came up, or did not. */
export interface ContainerFacts {
  readonly state: 'not-asked' | 'up' | 'failed'
  /** Why it failed, or was not asked: a sentence. Null when it is up. */
  readonly why: string | null
  /** Null when it is not up. */
  readonly bootMs: number | null
  /** What was waited for, and from when on, ms since it was asked for. */
  readonly stages: readonly { readonly stage: string; readonly at: number }[]
}

export interface AreaReport {
  readonly id: string
  readonly title: string
  readonly cases: readonly JudgedCase[]
}

/** How many cases have which standing. */
export type Tally = Readonly<Record<Standing, number>>

export interface Report {
  readonly format: 1
  /** Which build of the page it was. */
  readonly build: string
  /** When it was started, ISO 8601, in UTC. */
  readonly at: string
  readonly browser: BrowserFacts
  readonly container: ContainerFacts
  readonly probes: readonly ProbeResult[]
  readonly conformance: {
    readonly choice: CaseChoice
    /** Programs that an engine could not be asked with, and why. */
    readonly failures: Readonly<Record<TestedEngine, readonly string[]>>
    readonly areas: readonly ({ readonly id: string } & Readonly<Record<TestedEngine, Tally>>)[]
    /** The cases in which something is not as expected, with what was answered. */
    readonly unexpected: readonly JudgedCase[]
  }
}

/** What was found out, before it is made a report. */
export interface Findings extends Omit<Report, 'format' | 'conformance'> {
  readonly choice: CaseChoice
  readonly areas: readonly AreaReport[]
  readonly failures: Readonly<Record<TestedEngine, readonly string[]>>
}

export const tallyOf = (cases: readonly JudgedCase[], engine: TestedEngine): Tally => {
  const tally = { 'as-expected': 0, 'not-as-expected': 0, listed: 0, 'not-run': 0 }
  for (const one of cases) tally[one[engine].standing] += 1
  return tally
}

export const isUnexpected = (one: JudgedCase): boolean =>
  ENGINES.some(engine => one[engine].standing === 'not-as-expected')

/** The areas with those of their cases that were chosen, and how each engine did in them. */
export const judgeAreas = (
  areas: readonly Area[],
  chosen: ReadonlySet<Case>,
  runs: Readonly<Record<TestedEngine, SuiteRun | null>>,
): readonly AreaReport[] => {
  const outcomeIn = (engine: TestedEngine, one: Case) => runs[engine]?.outcomes.get(idOf(one)) ?? null
  return areas.flatMap(({ id, title, cases }) => {
    const judged = cases.flatMap(one =>
      chosen.has(one)
        ? [judgeCase(one, { embedded: outcomeIn('embedded', one), webcontainer: outcomeIn('webcontainer', one) })]
        : [],
    )
    return judged.length === 0 ? [] : [{ id, title, cases: judged }]
  })
}

export const reportOf = ({ choice, areas, failures, ...rest }: Findings): Report => ({
  format: 1,
  ...rest,
  conformance: {
    choice,
    failures,
    areas: areas.map(({ id, cases }) => ({
      id,
      embedded: tallyOf(cases, 'embedded'),
      webcontainer: tallyOf(cases, 'webcontainer'),
    })),
    unexpected: areas.flatMap(({ cases }) => cases.filter(isUnexpected)),
  },
})
