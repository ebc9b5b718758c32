/**
 * Whether the steps of a check can follow each other: what is used was opened, what is sent finds an app.
 * @module
 */

import { AuthoringError } from './authoring-error.ts'
import type { StartStep, Step } from './check.ts'
import { meets } from './predicate.ts'

/** A socket of this name can be used after the step, unless the app refuses what it should not refuse. */
export const opensSocket = (step: Step): boolean =>
  step.kind === 'socket-open' &&
  step.expect.every(
    expectation => expectation.subject.kind !== 'status' || meets({ kind: 'value', value: 101 }, expectation),
  )

/**
 * Whether the app runs after the step, if it does what is asked of it.
 * @throws {AuthoringError} when the step looks at whether it does, and would have it run
 */
const startsApp = ({ expect }: StartStep): boolean => {
  const asked = expect.filter(({ subject }) => subject.kind === 'started')
  if (asked.length === 0) return true
  if (asked.every(expectation => meets({ kind: 'value', value: false }, expectation))) return false
  throw new AuthoringError(
    'could not ask that the app is started: because every step that starts it asks for that; leave it out, or ask that it is not',
  )
}

/** How far a check has come before a step. */
export interface Stage {
  /** Whether there was a step before. */
  readonly begun: boolean
  readonly sockets: ReadonlySet<string>
  readonly stopped: boolean
  readonly waits: number
  /** How many sockets were opened, or tried to. */
  readonly opened: number
}

export const BEGINNING: Stage = { begun: false, sockets: new Set(), stopped: false, waits: 0, opened: 0 }

/** At most so many waits in an exercise, and so in a check. */
export const MOST_WAITS = 2
/** At most so many sockets in a check, open or closed again: as many as an engine has room for. */
export const MOST_SOCKETS = 16

/**
 * @returns how far the check has come after the step
 * @throws {AuthoringError} when the step cannot stand here
 */
export const follow = (stage: Stage, step: Step): Stage => ({ ...after(stage, step), begun: true })

const after = (stage: Stage, step: Step): Stage => {
  const { begun, sockets, stopped, waits, opened } = stage
  if (stopped && SENDING.includes(step.kind)) {
    throw new AuthoringError('could not send anything: because the app is stopped; start it again before')
  }
  switch (step.kind) {
    case 'socket-open':
      if (sockets.has(step.socket)) {
        throw wrongSocket(step.socket, 'open', 'it is open already', 'close it before, or give this one another name')
      }
      if (opened === MOST_SOCKETS) {
        const why = `a check opens ${MOST_SOCKETS} at most`
        throw wrongSocket(step.socket, 'open', why, 'do with fewer, or write another check')
      }
      return { ...stage, opened: opened + 1, sockets: opensSocket(step) ? new Set([...sockets, step.socket]) : sockets }
    case 'socket-send':
    case 'socket-receive':
    case 'socket-close': {
      if (!sockets.has(step.socket)) {
        throw wrongSocket(step.socket, 'use', 'it is not open', 'open it in an earlier step')
      }
      if (step.kind !== 'socket-close') return stage
      return { ...stage, sockets: new Set([...sockets].filter(name => name !== step.socket)) }
    }
    case 'stop':
      if (stopped) throw new AuthoringError('could not stop the app: because it is stopped already; leave it out')
      return { ...stage, stopped: true }
    case 'start':
      if (begun && !stopped) {
        throw new AuthoringError(
          'could not start the app: because it is running; stop it before, or leave this out: every check starts the app whose first step does not',
        )
      }
      return { ...stage, stopped: !startsApp(step) }
    case 'wait':
      if (waits === MOST_WAITS) {
        throw new AuthoringError(`could not wait again: because a check may wait ${MOST_WAITS} times; leave one out`)
      }
      return { ...stage, waits: waits + 1 }
    case 'send':
    case 'parallel':
      return stage
  }
}

const SENDING: readonly Step['kind'][] = ['send', 'parallel', 'socket-open', 'socket-send']

const wrongSocket = (socket: string, verb: string, why: string, what: string): AuthoringError =>
  new AuthoringError(`could not ${verb} the socket ${JSON.stringify(socket)}: because ${why}; ${what}`)
