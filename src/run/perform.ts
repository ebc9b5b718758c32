/**
 * Performs checks against one app: for each a fresh evaluation, its steps, and what happens after the last answer.
 * @module
 */

import type { Check, Step } from '../check/check.ts'
import { failureOf, untouched } from '../check/happened.ts'
import { needsOf } from '../check/needs.ts'
import type { CheckTranscript, Happened, Need, NotRunReason } from '../check/result.ts'
import { read, seenAt } from '../check/subject.ts'
import { validateCheck } from '../check/validate.ts'
import type { AppFailure, LogLine } from '../http/http.ts'
import type { App, Settled, Started } from '../sandbox/sandbox.ts'
import { Patience } from './patience.ts'
import { performStep } from './perform-step.ts'
import { Scene, type SceneOptions } from './scene.ts'

export interface PerformOptions extends SceneOptions {
  /**
   * Ends the app and with it every check that is not done. Its reason is a `NotRunReason`: the caller aborts it when the
   * run's time is used up, and it is aborted here when the program takes too long to load, since it would for every check.
   */
  readonly end: AbortController
  /** What the app cannot do; a check that needs any of it is not performed. */
  readonly unable: readonly Need[]
}

export interface Performed {
  readonly transcript: CheckTranscript
  /** Console lines of this check's evaluation; those of other checks are the same. */
  readonly loadLog: readonly LogLine[]
}

/**
 * Of checks whose requests are all known beforehand, the calls are made at once and performed in order, so that the app
 * never waits for this thread. A check that needs an answer to go on is waited for before the next begins.
 * @returns one promise per check, settled as the check is done; it rejects with an `AuthoringError` when the check itself
 * is wrong
 */
export const performChecks = (app: App, checks: readonly Check[], options: PerformOptions): Promise<Performed>[] => {
  const patience = new Patience(options.limits.receive)
  let before: Promise<unknown> | null = null
  return checks.map(async check => {
    validateCheck(check)
    const needs = needsOf(check)
    const unmet = needs.filter(need => options.unable.includes(need))
    if (unmet.length > 0) return notPerformed({ kind: 'unable', needs: unmet })
    // The files travel to the judge's thread with every transcript: only those that look at them get them.
    const source = needs.includes('source') ? options.source : null
    const known = check.steps.every(isKnown)
    const begin = async () => {
      const scene = new Scene(app, check, { ...options, source }, patience)
      return perform(scene, known ? callsAtOnce(scene) : callsInTurn(scene, options), options)
    }
    const performing = before ? before.then(begin) : begin()
    if (!known) before = performing.catch(() => undefined)
    return performing
  })
}

const notPerformed = (notRun: NotRunReason): Performed => ({ transcript: { ...untouched, notRun }, loadLog: [] })

/** Whether what the step sends is known before anything was answered. */
const isKnown = (step: Step): boolean => {
  switch (step.kind) {
    case 'send':
      return step.actor === undefined && step.save === undefined
    case 'parallel':
      return step.save === undefined && step.sends.every(({ actor }) => actor === undefined)
    default:
      return false
  }
}

/** Whether the check's first step starts the app. */
const startsItself = ({ steps }: Check): boolean => steps[0]?.kind === 'start'
const unstarted: Started = { failure: null, log: [] }

/** The calls of one check, however they are made. */
interface Calls {
  readonly starting: Promise<Started>
  /** Asked for in order, each after the one before has happened. */
  readonly step: (step: Step, index: number) => Promise<Happened | null>
  readonly settle: () => Promise<Settled>
}

const callsAtOnce = (scene: Scene): Calls => {
  const { app, check } = scene
  const starting = app.fresh({ env: scene.env() })
  const sending = check.steps.map(async step => (scene.lacksFor(step) ? null : performStep(step, scene)))
  const settling = app.settle()
  // Each is looked at later; a rejection that comes while an earlier one is waited for is not unhandled.
  for (const call of [...sending, settling]) call.catch(() => undefined)
  return { starting, step: async (_, index) => (await sending[index]) ?? null, settle: () => settling }
}

const callsInTurn = (scene: Scene, { end }: PerformOptions): Calls => ({
  starting: startsItself(scene.check) ? Promise.resolve(unstarted) : scene.app.fresh({ env: scene.env() }),
  async step(step) {
    end.signal.throwIfAborted()
    const happened = scene.lacksFor(step) ? null : await performStep(step, scene)
    if (happened) save(step, happened, scene)
    return happened
  },
  // A program that was stopped, or did not start, is not stopped again.
  settle: async () => (scene.stopped ? { failure: null, log: [] } : scene.app.settle()),
})

const save = (step: Step, happened: Happened, scene: Scene): void => {
  const saves = 'save' in step ? (step.save ?? {}) : {}
  for (const [name, subject] of Object.entries(saves)) {
    const found = read(subject, seenAt(step, happened, scene.options.source))
    if (found.kind === 'value') scene.values = { ...scene.values, [name]: found.value }
  }
}

const perform = async (scene: Scene, calls: Calls, { end }: PerformOptions): Promise<Performed> => {
  const { source } = scene.options
  const happened: (Happened | null)[] = []
  const transcript = (rest: Partial<CheckTranscript>): CheckTranscript => ({
    ...untouched,
    happened,
    values: scene.values,
    source,
    ...rest,
  })
  let loadLog: readonly LogLine[] = []
  try {
    const started = await calls.starting
    loadLog = started.log
    if (started.failure) {
      endWhenLate(started.failure, end)
      return { transcript: transcript({ startFailure: started.failure }), loadLog }
    }
    for (const [index, step] of scene.check.steps.entries()) {
      const came = await calls.step(step, index)
      happened.push(came)
      const failure = came && failureOf(step, came)
      if (!failure) continue
      if (index === 0 && step.kind === 'start') endWhenLate(failure, end)
      return { transcript: transcript({}), loadLog }
    }
    const { failure, log } = await calls.settle()
    return { transcript: transcript({ endFailure: failure, endLog: log }), loadLog }
  } catch (error) {
    if (!end.signal.aborted) throw error
    return { transcript: transcript({ notRun: end.signal.reason }), loadLog }
  }
}

/** A program that takes too long to load would do so for every check. */
const endWhenLate = ({ kind }: AppFailure, end: AbortController): void => {
  if (kind === 'timed-out') end.abort({ kind: 'start-timed-out' } satisfies NotRunReason)
}
