/**
 * What a realm sent → a message, or null. A program may forge anything: nothing of it is trusted but its shape, and
 * only what was checked is copied on. That it lies about itself is its own affair, it could as well answer rightly.
 * @module
 */

import type { AppFailure, AppFailureKind, HeaderList, LogLevel, LogLine, SourcePosition } from '../../../http/http.ts'
import type { FromRealm, RealmResponse } from '../protocol.ts'

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
const mostText = 16_384

type Fields = { readonly [key: string]: unknown }

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isLevel = (value: unknown): value is LogLevel => levels.has(value)
const isKind = (value: unknown): value is AppFailureKind => kinds.has(value)

export const parseRealmMessage = (data: unknown): FromRealm | null => {
  if (!isFields(data)) return null
  if (data.type === 'ready') return { type: 'ready' }
  if (data.type === 'log') {
    const lines = listOf(data.lines, logLineOf)
    return lines && { type: 'log', lines }
  }
  const failure = failureOf(data.failure)
  if (data.type === 'ended') return failure ? { type: 'ended', failure } : null
  if (!isCount(data.id)) return null
  if (data.type === 'refused') return { type: 'refused', id: data.id, why: textOf(data.why) }
  if (failure === undefined) return null
  if (data.type === 'done') return { type: 'done', id: data.id, failure }
  if (data.type !== 'answered') return null
  const response = data.response === null ? null : responseOf(data.response)
  if (response === undefined || !isCount(data.ms)) return null
  return { type: 'answered', id: data.id, response, failure, ms: data.ms }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, mostText) : '')

const listOf = <T>(value: unknown, read: (item: unknown) => T | undefined): T[] | null => {
  if (!Array.isArray(value)) return null
  const items = value.map(read)
  return items.every(item => item !== undefined) ? items : null
}

const logLineOf = (value: unknown): LogLine | undefined =>
  isFields(value) && isLevel(value.level) && typeof value.text === 'string'
    ? { level: value.level, text: textOf(value.text) }
    : undefined

/** Null for "no failure", undefined for nonsense. */
const failureOf = (value: unknown): AppFailure | null | undefined => {
  if (value === null) return null
  if (!isFields(value) || !isKind(value.kind)) return undefined
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

const headerOf = (value: unknown): HeaderList[number] | undefined =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string'
    ? [value[0], value[1]]
    : undefined

const chunkOf = (value: unknown): { at: number; size: number } | undefined =>
  isFields(value) && isCount(value.at) && isCount(value.size) ? { at: value.at, size: value.size } : undefined
