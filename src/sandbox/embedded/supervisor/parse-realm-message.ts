/**
 * What a realm sent → a message, or null. A program may forge anything: nothing of it is trusted but its shape, and
 * only what was checked is copied on. That it lies about itself is its own affair, it could as well answer rightly.
 * @module
 */

import type { AppFailure, AppFailureKind, HeaderList, LogLevel, LogLine, SourcePosition } from '../../../http/http.ts'
import type { FromRealm, RealmAnswer, RealmResponse, RealmSocketEvent } from '../protocol.ts'

const levels: ReadonlySet<unknown> = new Set<LogLevel>(['debug', 'log', 'info', 'warn', 'error'])
/** What a realm itself may report; the other kinds are found out by the supervisor or the compiler. */
const kinds: ReadonlySet<unknown> = new Set<AppFailureKind>([
  'load-threw',
  'no-app',
  'threw',
  'no-response',
  'unhandled',
  'body-failed',
  'body-too-large',
])
/** And of the whole program. */
const endKinds: ReadonlySet<unknown> = new Set<AppFailureKind>(['exited'])
/** And of a request. */
const requestKinds: ReadonlySet<unknown> = new Set<AppFailureKind>(['not-sendable', 'timed-out'])
const mostText = 16_384
/** More than the limits allow of anything. A sparse list can be four thousand million long and take no room. */
const mostItems = 300_000

type Fields = { readonly [key: string]: unknown }

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isLevel = (value: unknown): value is LogLevel => levels.has(value)
const isKind = (value: unknown): value is AppFailureKind => kinds.has(value)
const isEndKind = (value: unknown): value is AppFailureKind => isKind(value) || endKinds.has(value)
const isRequestKind = (value: unknown): value is AppFailureKind => isKind(value) || requestKinds.has(value)

export const parseRealmMessage = (data: unknown): FromRealm | null => {
  if (!isFields(data)) return null
  if (data.type === 'ready') return { type: 'ready' }
  if (data.type === 'log') {
    const lines = listOf(data.lines, logLineOf)
    return lines && { type: 'log', lines }
  }
  if (data.type === 'ended') {
    const failure = failureOf(data.failure, isEndKind)
    return failure ? { type: 'ended', failure } : null
  }
  return isCount(data.id) ? replyOf(data.id, data) : null
}

/** The reply to a call. */
const replyOf = (id: number, data: Fields): FromRealm | null => {
  switch (data.type) {
    case 'spoiled':
      return { type: 'spoiled', id }
    case 'done': {
      const failure = failureOf(data.failure)
      return failure === undefined ? null : { type: 'done', id, failure }
    }
    case 'answered': {
      const answer = answerOf(data.answer)
      return answer ? { type: 'answered', id, answer } : null
    }
    case 'answered-together': {
      const answers = listOf(data.answers, answerOf)
      const finished = listOf(data.finished, value => (isCount(value) ? value : undefined))
      return answers && finished ? { type: 'answered-together', id, answers, finished } : null
    }
    case 'connected': {
      const answer = answerOf(data.answer)
      return answer ? { type: 'connected', id, answer, open: data.open === true } : null
    }
    case 'heard': {
      const failure = failureOf(data.failure)
      const event = data.event === null ? null : eventOf(data.event)
      return failure === undefined || event === undefined ? null : { type: 'heard', id, event, failure }
    }
    default:
      return null
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, mostText) : '')

const listOf = <T>(value: unknown, read: (item: unknown) => T | undefined): T[] | null => {
  if (!Array.isArray(value) || value.length > mostItems) return null
  const items = value.map(read)
  return items.every(item => item !== undefined) ? items : null
}

const logLineOf = (value: unknown): LogLine | undefined =>
  isFields(value) && isLevel(value.level) && typeof value.text === 'string'
    ? { level: value.level, text: textOf(value.text) }
    : undefined

/** Null for "no failure", undefined for nonsense. */
const failureOf = (value: unknown, isOne = isKind): AppFailure | null | undefined => {
  if (value === null) return null
  if (!isFields(value) || !isOne(value.kind)) return undefined
  return { kind: value.kind, message: textOf(value.message), at: positionOf(value.at) }
}

const positionOf = (value: unknown): SourcePosition | null =>
  isFields(value) && typeof value.path === 'string' && isCount(value.line) && isCount(value.column)
    ? { path: textOf(value.path), line: value.line, column: value.column }
    : null

const responseOf = (value: unknown): RealmResponse | undefined => {
  if (!isFields(value) || !isCount(value.status) || !(value.body instanceof ArrayBuffer)) return undefined
  const headers = listOf(value.headers, headerOf)
  const chunks = listOf(value.chunks, chunkOf)
  if (!headers || !chunks) return undefined
  return { status: value.status, headers, body: value.body, chunks, complete: value.complete === true }
}

const answerOf = (value: unknown): RealmAnswer | undefined => {
  if (!isFields(value) || !isCount(value.ms)) return undefined
  const failure = failureOf(value.failure, isRequestKind)
  const response = value.response === null ? null : responseOf(value.response)
  return failure === undefined || response === undefined ? undefined : { response, failure, ms: value.ms }
}

const eventOf = (value: unknown): RealmSocketEvent | undefined => {
  if (!isFields(value)) return undefined
  if (value.kind === 'message') {
    const { data } = value
    return typeof data === 'string' || data instanceof ArrayBuffer ? { kind: 'message', data } : undefined
  }
  if (value.kind !== 'closed' || !isCount(value.code)) return undefined
  return { kind: 'closed', code: value.code, reason: textOf(value.reason) }
}

const headerOf = (value: unknown): HeaderList[number] | undefined =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string'
    ? [value[0], value[1]]
    : undefined

const chunkOf = (value: unknown): { at: number; size: number } | undefined =>
  isFields(value) && isCount(value.at) && isCount(value.size) ? { at: value.at, size: value.size } : undefined
