/**
 * One step: what was observed, what that comes to, and what to tell the learner.
 * @module
 */

import type { Step } from './check.ts'
import type { Expectation, Subject } from './expectation.ts'
import type { Values } from './fill.ts'
import { fillExpectation, namesInPredicate } from './fill-expectation.ts'
import { exchangesOf, failureOf } from './happened.ts'
import { observationOf } from './observation.ts'
import { platformAdvice } from './platform-advice.ts'
import type { Actual, Happened, Observation, StepResult } from './result.ts'
import { read, type Seen, seenAt } from './subject.ts'
import { type Part, partsOf } from './walk.ts'

/** What a step is judged with, beside what happened. */
export interface Known {
  readonly values: Values
  readonly source: Seen['source']
}

export const judgeStep = (step: Step, happened: Happened, { values, source }: Known): StepResult => {
  const failure = failureOf(step, happened)
  const seen = seenAt(step, happened, source)
  const parts = partsOf(step).map((part, index) => judgePart(step, part, seenBy(step, index, seen), values))
  const observations = parts.flatMap(part => part.observations)
  if (failure === null && observations.every(({ met }) => met)) {
    return { outcome: 'passed', happened, observations, unsaved: [], advice: [] }
  }
  const advice = new Set([...parts.flatMap(part => part.advice), ...platform(step, happened, parts)])
  return { outcome: failure ? 'broke' : 'failed', happened, observations, unsaved: [], advice: [...advice] }
}

/** A request of a parallel step sees its own exchange, everything else sees all that happened. */
const seenBy = (step: Step, index: number, seen: Seen): Seen => {
  const exchange = step.kind === 'parallel' ? exchangesOf(seen.happened)[index] : undefined
  return exchange ? { ...seen, happened: { kind: 'exchange', exchange } } : seen
}

interface JudgedPart {
  readonly observations: readonly Observation[]
  readonly advice: readonly string[]
}

const judgePart = (step: Step, part: Part, seen: Seen, values: Values): JudgedPart => {
  const { happened } = seen
  const isBroken = failureOf(step, happened) !== null
  const unanswered = happened.kind === 'exchange' && happened.exchange.response === null
  if (isBroken && (unanswered || happened.kind === 'socket')) return { observations: [], advice: [] }
  const observations = [
    ...expectationsOf(step, part).map(expectation => observe(expectation, seen, values)),
    ...Object.values(part.save ?? {}).map(subject => observeSaved(subject, seen)),
  ]
  if (!isBroken && observations.every(({ met }) => met)) return { observations, advice: [] }
  const recognised = (part.advice ?? []).filter(({ when }) =>
    when.every(expectation => observe(expectation, seen, values).met),
  )
  return { observations, advice: recognised.map(({ say }) => say) }
}

const OPENED: Expectation = { subject: { kind: 'status' }, predicate: { kind: 'equals', value: 101 } }

/** A socket is expected to open, unless something else is said of its status. */
const expectationsOf = (step: Step, { expect }: Part): readonly Expectation[] =>
  step.kind === 'socket-open' && expect.every(({ subject }) => subject.kind !== 'status') ? [OPENED, ...expect] : expect

const observe = (expectation: Expectation, seen: Seen, values: Values): Observation => {
  const unsaved = namesInPredicate(expectation.predicate).find(name => !Object.hasOwn(values, name))
  if (unsaved !== undefined) {
    const why = `no step could save a value for {{${unsaved}}}`
    return { expectation, actual: { kind: 'unreadable', why }, met: false }
  }
  const filled = fillExpectation(expectation, values)
  return observationOf(filled, read(filled.subject, seen))
}

/** What is to be saved has to be there, also where nobody could ask whether it is: a body. */
const observeSaved = (subject: Subject, seen: Seen): Observation => {
  const actual: Actual = read(subject, seen)
  return { expectation: { subject, predicate: { kind: 'exists' } }, actual, met: actual.kind === 'value' }
}

/**
 * Of the exchanges that are not as expected. In a parallel step, requests that nothing is expected of stand for the step
 * itself, and the console lines of the step for those of each of them.
 */
const platform = (step: Step, happened: Happened, parts: readonly JudgedPart[]): readonly string[] => {
  if (happened.kind === 'exchange') return platformAdvice(happened.exchange, step.kind)
  if (happened.kind !== 'parallel' || step.kind !== 'parallel') return []
  const isUnmet = (index: number): boolean => parts[index]?.observations.some(({ met }) => !met) ?? false
  return happened.exchanges.flatMap((exchange, index) => {
    const stands = step.sends[index]?.expect.length === 0 && isUnmet(step.sends.length)
    if (exchange.failure === null && !stands && !isUnmet(index)) return []
    return platformAdvice({ ...exchange, log: happened.log }, step.kind)
  })
}
