/**
 * Questions about what came of a step.
 * @module
 */

import type { AppFailure, AppFailureKind, Exchange, LogLine } from '../http/http.ts'
import type { Check, Step } from './check.ts'
import type { CheckTranscript, Happened, StepResult } from './result.ts'

/** The transcript of a check of which nothing was performed. */
export const untouched: CheckTranscript = {
  startFailure: null,
  happened: [],
  values: {},
  source: null,
  endFailure: null,
  endLog: [],
  notRun: null,
}

const REFUSALS: readonly AppFailureKind[] = ['load-threw', 'exited']

/** Why the app refused to start at a step that looks at whether it did; null for anything else. */
export const refusalOf = (step: Step, happened: Happened): AppFailure | null => {
  if (step.kind !== 'start' || happened.kind !== 'done') return null
  const { failure } = happened
  const isAsked = step.expect.some(({ subject }) => subject.kind === 'started')
  return failure && isAsked && REFUSALS.includes(failure.kind) ? failure : null
}

/** Why the app broke at this step; null when it did not. */
export const failureOf = (step: Step, happened: Happened): AppFailure | null => {
  switch (happened.kind) {
    case 'exchange':
      return happened.exchange.failure
    case 'parallel':
      return happened.exchanges.find(({ failure }) => failure !== null)?.failure ?? null
    case 'socket':
      return happened.failure
    case 'done':
      return refusalOf(step, happened) ? null : happened.failure
  }
}

/** Console lines of a step. An error that nothing catches is written as well, as Node does before it ends. */
export const linesOf = (step: Step, happened: Happened): readonly LogLine[] => {
  if (happened.kind === 'exchange') return happened.exchange.log
  const refusal = refusalOf(step, happened)
  return refusal?.kind === 'load-threw' ? [...happened.log, { level: 'error', text: refusal.message }] : happened.log
}

/** One for a request or a handshake, several for a parallel step, none for anything else. */
export const exchangesOf = (happened: Happened): readonly Exchange[] => {
  if (happened.kind === 'exchange') return [happened.exchange]
  return happened.kind === 'parallel' ? happened.exchanges : []
}

const KINDS: Readonly<Record<Step['kind'], Happened['kind']>> = {
  send: 'exchange',
  parallel: 'parallel',
  'socket-open': 'exchange',
  'socket-send': 'socket',
  'socket-receive': 'socket',
  'socket-close': 'socket',
  stop: 'done',
  start: 'done',
  wait: 'done',
}

/** @throws {Error} when this cannot have come of such a step, which is Rendition's fault */
export const checkHappened = (step: Step, happened: Happened): void => {
  const wrong = (why: string): Error =>
    new Error(`could not judge a step of kind "${step.kind}": because ${why}; report this, it is a fault of Rendition`)
  if (happened.kind !== KINDS[step.kind]) throw wrong(`what happened is of kind "${happened.kind}"`)
  if (step.kind === 'parallel' && step.sends.length !== exchangesOf(happened).length) {
    throw wrong(`${exchangesOf(happened).length} of its ${step.sends.length} requests were sent`)
  }
  if (step.kind === 'send' && step.abort !== undefined) return
  for (const { request, response, failure } of exchangesOf(happened)) {
    if (response || failure) continue
    throw wrong(`the engine gave neither an answer nor a failure to ${request.method} ${request.path}`)
  }
}

/** Whether a step could not be performed because its socket was refused, or was itself never asked for. */
export const isSocketClosed = (check: Check, steps: readonly StepResult[], index: number): boolean => {
  const step = check.steps[index]
  if (step?.kind !== 'socket-send' && step?.kind !== 'socket-receive' && step?.kind !== 'socket-close') return false
  const opening = check.steps
    .slice(0, index)
    .findLastIndex(earlier => earlier.kind === 'socket-open' && earlier.socket === step.socket)
  return steps[opening]?.outcome === 'failed' || steps[opening]?.outcome === 'not-run'
}
