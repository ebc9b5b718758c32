/**
 * The self-test: what it has found out so far, and starting and stopping it.
 * @module
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BrowserFacts } from './browser-facts.ts'
import { type Case, idOf, type Suite } from './conformance/case.ts'
import { judgeCase } from './conformance/judge.ts'
import { runSuite, type SuiteRun } from './conformance/run-suite.ts'
import { bootContainer } from './container.ts'
import type { SelfTestEngines, TestedEngine } from './engines.ts'
import { probes } from './probes/index.ts'
import { performProbe } from './probes/perform.ts'
import { performRestart, RESTART } from './probes/restart.ts'
import { type CaseChoice, type Findings, judgeAreas } from './report.ts'

/** What a person chose to have tested. */
export interface Choices {
  readonly cases: CaseChoice
  /** Whether a WebContainer is booted; otherwise why not, as a sentence. */
  readonly container: true | string
  /** Whether it is ended at the end, and another booted. */
  readonly restart: boolean
}

/** What is being done. */
export interface Activity {
  readonly text: string
  /** What of it, which changes often; '' where there is nothing to tell. */
  readonly detail: string
  /** How far it has come; null where that is not known. */
  readonly progress: { readonly done: number; readonly total: number } | null
}

export interface SelfTestState {
  readonly phase: 'idle' | 'running' | 'done'
  readonly activity: Activity
  /** Why it ended before its end, as a sentence; null when it did not. */
  readonly cut: string | null
  /** Null before the first start. */
  readonly findings: Findings | null
}

export interface SelfTest {
  readonly store: StoreApi<SelfTestState>
  /** Does nothing while one is running. */
  start(choices: Choices): Promise<void>
  /** Does nothing while none is running. What was found until then stays. */
  stop(): void
}

export interface SelfTestOptions {
  readonly engines: SelfTestEngines
  /** @throws {Error} whose message is a whole sentence */
  readonly loadSuite: () => Promise<Suite>
  readonly build: string
  readonly browser: BrowserFacts
}

const IDLE: Activity = { text: '', detail: '', progress: null }

/** Cases; more than that is no matter of the machine. */
const few = 10

const SUITE_IN: Readonly<Record<TestedEngine, string>> = {
  embedded: 'Putting the cases to the engine of this page',
  webcontainer: 'Putting the cases to the WebContainer',
}

export const createSelfTest = ({ engines, loadSuite, build, browser }: SelfTestOptions): SelfTest => {
  const store = createStore<SelfTestState>(() => ({ phase: 'idle', activity: IDLE, cut: null, findings: null }))
  let end = new AbortController()

  /** Once it is to stop, that is what it is doing. */
  const doing = (text: string, detail = '', progress: Activity['progress'] = null) => {
    if (!end.signal.aborted) store.setState({ activity: { text, detail, progress } })
  }
  const found = (change: Partial<Findings>) =>
    store.setState(({ findings }) => ({ findings: findings && { ...findings, ...change } }))

  /** @returns what puts the chosen cases to an engine, and judges all that is known after each program */
  const casesOf = ({ areas, programs }: Suite, choice: CaseChoice) => {
    const cases = areas.flatMap(area => area.cases).filter(({ smoke }) => choice === 'all' || smoke)
    const chosen = new Set(cases)
    const runs: Record<TestedEngine, SuiteRun | null> = { embedded: null, webcontainer: null }
    const show = () =>
      found({
        areas: judgeAreas(areas, chosen, runs),
        failures: { embedded: runs.embedded?.failures ?? [], webcontainer: runs.webcontainer?.failures ?? [] },
      })
    show()
    const answerOf = (engine: TestedEngine, one: Case) => runs[engine]?.outcomes.get(idOf(one)) ?? null
    const strays = (engine: TestedEngine): readonly Case[] =>
      cases.filter(one => {
        const answers = { embedded: answerOf('embedded', one), webcontainer: answerOf('webcontainer', one) }
        return judgeCase(one, answers)[engine].standing === 'not-as-expected'
      })
    return async (engine: TestedEngine): Promise<void> => {
      const runChecks: Parameters<typeof runSuite>[2] = (job, signal) => engines.runChecks(engine, job, signal)
      const tell = (done: number) => doing(SUITE_IN[engine], '', { done, total: cases.length })
      tell(0)
      await runSuite({ areas, programs }, cases, runChecks, {
        signal: end.signal,
        report: (run, done) => {
          runs[engine] = run
          show()
          tell(done)
        },
      })
      // Some are about which of two things comes first, which a busy machine can change: only twice counts.
      const again = strays(engine)
      const first = runs[engine]
      if (!first || again.length === 0 || again.length > few || end.signal.aborted) return
      doing(SUITE_IN[engine], 'once more what came out otherwise')
      const second = await runSuite({ areas, programs }, again, runChecks, {
        signal: end.signal,
        report: () => undefined,
      })
      runs[engine] = { ...first, outcomes: new Map([...first.outcomes, ...second.outcomes]) }
      show()
    }
  }

  const tryContainer = async (runCases: (engine: TestedEngine) => Promise<void>, restart: boolean): Promise<void> => {
    const report = (stage: string) => doing('Starting the WebContainer', stage)
    const { container, facts } = await bootContainer(engines, { report, signal: end.signal })
    found({ container: facts })
    if (!container) return
    for (const [index, probe] of probes.entries()) {
      if (end.signal.aborted) return
      doing('Probing the WebContainer', probe.title, { done: index, total: probes.length })
      const result = await performProbe(probe, container, end.signal)
      found({ probes: [...(store.getState().findings?.probes ?? []), result] })
    }
    await runCases('webcontainer')
    if (!restart || end.signal.aborted) return
    doing(RESTART.title)
    const result = await performRestart(engines, {
      report: stage => doing(RESTART.title, stage),
      signal: end.signal,
    })
    found({ probes: [...(store.getState().findings?.probes ?? []), result] })
  }

  const perform = async ({ cases, container, restart }: Choices): Promise<void> => {
    doing('Loading the cases')
    const runCases = casesOf(await loadSuite(), cases)
    await runCases('embedded')
    if (container === true && !end.signal.aborted) await tryContainer(runCases, restart)
  }

  const blank = ({ cases, container }: Choices): Findings => ({
    build,
    at: new Date().toISOString(),
    browser,
    container: { state: 'not-asked', why: container === true ? null : container, bootMs: null, stages: [] },
    probes: [],
    choice: cases,
    areas: [],
    failures: { embedded: [], webcontainer: [] },
  })

  return {
    store,
    async start(choices) {
      if (store.getState().phase === 'running') return
      end = new AbortController()
      store.setState({ phase: 'running', cut: null, findings: blank(choices) })
      let cut: string | null = null
      try {
        await perform(choices)
      } catch (error) {
        cut = error instanceof Error ? error.message : String(error)
      }
      if (end.signal.aborted) cut = 'It was stopped before its end.'
      store.setState({ phase: 'done', activity: IDLE, cut })
    },
    stop() {
      if (store.getState().phase !== 'running') return
      doing('Stopping')
      end.abort()
    },
  }
}
