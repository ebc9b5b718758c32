/**
 * What a subject was in what happened at a step.
 * @module
 */

import type { HttpResponse, LogLine } from '../http/http.ts'
import { missing, unreadable, value } from './actual.ts'
import { AuthoringError } from './authoring-error.ts'
import type { Step } from './check.ts'
import type { Subject } from './expectation.ts'
import { linesOf } from './happened.ts'
import { readJwt } from './jwt.ts'
import { type ResponseSubject, readAnswer } from './read-response.ts'
import { readSocket, type SocketSubject } from './read-socket.ts'
import type { Actual, Happened } from './result.ts'

/** All that an expectation may look at. */
export interface Seen {
  readonly happened: Happened
  /** The learner's files: path → text; null when they are not known. */
  readonly source: Readonly<Record<string, string>> | null
}

/**
 * What is seen of a step. A client that went away by itself has all that it wanted, so what it read counts as whole. An
 * app that refused to start has written why.
 */
export const seenAt = (step: Step, happened: Happened, source: Seen['source']): Seen => {
  if (happened.kind === 'done') return { happened: { ...happened, log: linesOf(step, happened) }, source }
  if (step.kind !== 'send' || step.abort === undefined || happened.kind !== 'exchange') return { happened, source }
  const { exchange } = happened
  if (exchange.response === null || exchange.failure !== null) return { happened, source }
  return {
    happened: { ...happened, exchange: { ...exchange, response: { ...exchange.response, complete: true } } },
    source,
  }
}

/**
 * Reads a subject.
 * @throws {AuthoringError} when a step of this kind has no such thing, or a JSON path is malformed
 */
export const read = (subject: Subject, seen: Seen): Actual => {
  const { happened, source } = seen
  switch (subject.kind) {
    case 'jwt':
      return readJwt(read(subject.token, seen), subject)
    case 'source':
      return readSource(subject.path, source)
    case 'log':
      return readLog(logOf(happened), subject.level)
    case 'started':
      if (happened.kind !== 'done') throw notThere(subject)
      return value(happened.failure === null)
    case 'statuses':
    case 'finished':
      if (happened.kind !== 'parallel') throw notThere(subject)
      return subject.kind === 'finished'
        ? value(happened.finished)
        : value(happened.exchanges.map(({ response }) => response?.status ?? null))
    case 'message':
    case 'message-type':
    case 'close-code':
    case 'close-reason':
      return readHeard(subject, happened)
    default: {
      if (happened.kind !== 'exchange') throw notThere(subject)
      const { response } = happened.exchange
      return response ? readAnswer(subject, response) : unreadable('the client went away before there was an answer')
    }
  }
}

/**
 * Reads a subject that needs an answer and nothing else.
 * @throws {AuthoringError} when it needs more, or a JSON path is malformed
 */
export const readResponse = (subject: Subject, response: HttpResponse): Actual => {
  if (subject.kind === 'jwt') return readJwt(readResponse(subject.token, response), subject)
  if (!isOfResponse(subject)) throw notThere(subject)
  return readAnswer(subject, response)
}

const OTHER_KINDS: readonly Subject['kind'][] = [
  'jwt',
  'statuses',
  'finished',
  'message',
  'message-type',
  'close-code',
  'close-reason',
  'started',
  'log',
  'source',
]

const isOfResponse = (subject: Subject): subject is ResponseSubject => !OTHER_KINDS.includes(subject.kind)

const readHeard = (subject: SocketSubject, happened: Happened): Actual => {
  if (happened.kind !== 'socket') throw notThere(subject)
  return readSocket(subject, happened.event)
}

const logOf = (happened: Happened): readonly LogLine[] =>
  happened.kind === 'exchange' ? happened.exchange.log : happened.log

const readLog = (log: readonly LogLine[], level: LogLine['level'] | undefined): Actual =>
  value(log.filter(line => level === undefined || line.level === level).map(({ text }) => text))

const readSource = (path: string, source: Seen['source']): Actual => {
  if (source === null) return unreadable('the source files are not known')
  const text = Object.hasOwn(source, path) ? source[path] : undefined
  return text === undefined ? missing : value(text)
}

const notThere = ({ kind }: Subject): AuthoringError =>
  new AuthoringError(
    `could not look at the subject "${kind}": because a step of this kind has none; ask a step that has, or leave it out`,
  )
