/**
 * The realm's loop: takes the supervisor's messages on a port that the program never sees, and answers each.
 * @module
 */

import type { AppFailure } from '../../../http/http.ts'
import type { LogWriter } from '../../program/log-writer.ts'
import { describeError, positionOf } from '../../program/stack.ts'
import type { FromRealm, RealmAnswer, RealmBoot, ToRealm } from '../protocol.ts'
import type { Ending } from './ending.ts'
import { LoadFailure } from './load.ts'
import type { PrivatePort } from './port.ts'
import { RealmApp, type RealmAppOptions } from './realm-app.ts'
import { ticker } from './ticker.ts'

export interface RealmOptions extends Pick<RealmAppOptions, 'packages' | 'leftovers'> {
  readonly port: PrivatePort
  readonly boot: RealmBoot
  readonly log: LogWriter
  readonly ending: Ending
}

const bodiesOf = (answers: readonly RealmAnswer[]): Transferable[] =>
  answers.flatMap(({ response }) => (response ? [response.body] : []))

export const runRealm = ({ port, boot, log, packages, leftovers, ending }: RealmOptions): void => {
  const app = new RealmApp({ limits: boot.limits, packages, leftovers, turn: ticker() })

  const say = (message: FromRealm, transfer: Transferable[] = []) => {
    log.flush()
    port.post(message, transfer)
  }
  const failureOf = (kind: AppFailure['kind'], error: unknown): AppFailure =>
    error instanceof LoadFailure
      ? error.failure
      : { kind, message: describeError(error), at: positionOf(error, app.paths) }
  const done = async (id: number, kind: AppFailure['kind'], work: Promise<unknown>): Promise<void> => {
    let failure: AppFailure | null = null
    try {
      if ((await work) === false) return say({ type: 'spoiled', id })
    } catch (error) {
      failure = failureOf(kind, error)
    }
    say({ type: 'done', id, failure })
  }

  const ended = (error: unknown) => say({ type: 'ended', failure: failureOf('unhandled', error) })
  ending.onExit = exited =>
    say({ type: 'ended', failure: { kind: 'exited', message: exited.message, at: positionOf(exited, app.paths) } })
  addEventListener('error', event => {
    event.preventDefault()
    ended(event.error ?? event.message)
  })
  addEventListener('unhandledrejection', event => {
    event.preventDefault()
    ended(event.reason)
  })
  const perform = async (data: ToRealm): Promise<void> => {
    const { id } = data
    switch (data.type) {
      case 'load':
        return done(id, 'load-threw', app.load(data.program, data.packages))
      case 'fresh':
        return done(id, 'load-threw', app.fresh(data.env))
      case 'send': {
        const answer = await app.send(data.request, data.abort)
        return say({ type: 'answered', id, answer }, bodiesOf([answer]))
      }
      case 'together': {
        const { answers, finished } = await app.together(data.requests, data.timeLimit)
        return say({ type: 'answered-together', id, answers, finished }, bodiesOf(answers))
      }
      case 'connect':
        return say({ type: 'connected', id, ...(await app.connect(data.socket, data.request, data.protocols)) })
      case 'tell':
        return say({ type: 'heard', id, ...(await app.sockets.tell(data.socket, data.data)) })
      case 'receive':
        return say({ type: 'heard', id, ...(await app.sockets.receive(data.socket, data.timeLimit)) })
      case 'close':
        return say({ type: 'heard', id, ...(await app.sockets.close(data.socket, data.code, data.reason)) })
      case 'settle':
        return done(id, 'unhandled', app.settle(data.timeLimit))
    }
  }
  let queue = Promise.resolve()
  port.listen(data => {
    // Whatever goes wrong with one message, the next is taken.
    queue = queue.then(() => perform(data as ToRealm)).catch(ended)
  })
  say({ type: 'ready' })
}
