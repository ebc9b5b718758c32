/**
 * What a runner sent → a message, or null. The program runs in the same process and may have replaced what the runner is
 * made of, so its messages have a shape only when they were looked at. That it lies about itself is its own affair.
 * @module
 */

import type { FromRunner } from '../runner/protocol.ts'

type Test = (value: unknown) => boolean
type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText: Test = value => typeof value === 'string'
const isNumber: Test = value => typeof value === 'number'
const isOneOf =
  (...values: readonly unknown[]): Test =>
  value =>
    values.includes(value)
const isEither =
  (...tests: readonly Test[]): Test =>
  value =>
    tests.some(test => test(value))
const isNull: Test = value => value === null
const isListOf =
  (test: Test): Test =>
  value =>
    Array.isArray(value) && value.every(test)
const has =
  (fields: Readonly<Record<string, Test>>): Test =>
  value =>
    isFields(value) && Object.entries(fields).every(([name, test]) => test(value[name]))

const isLine = has({ level: isOneOf('debug', 'log', 'info', 'warn', 'error'), text: isText })
const isFailure = has({
  kind: isOneOf(
    ...['load-threw', 'no-app', 'threw', 'no-response', 'unhandled', 'timed-out', 'body-failed', 'body-too-large'],
    ...['not-sendable', 'exited'],
  ),
  message: isText,
  at: isEither(isNull, has({ path: isText, line: isNumber, column: isNumber })),
})
const isFailureOrNone = isEither(isNull, isFailure)
const isData = isEither(has({ text: isText }), has({ base64: isText }))
const isResponse = has({
  status: isNumber,
  headers: isListOf(isListOf(isText)),
  body: isData,
  chunks: isListOf(has({ at: isNumber, size: isNumber })),
  complete: isOneOf(true, false),
})
const isAnswer = has({ response: isEither(isNull, isResponse), failure: isFailureOrNone, ms: isNumber })
const isEvent = isEither(
  has({ kind: isOneOf('message'), data: isData }),
  has({ kind: isOneOf('closed'), code: isNumber, reason: isText }),
)

const tests: Readonly<Record<FromRunner['type'], Test>> = {
  ready: has({ node: isText }),
  log: has({ lines: isListOf(isLine) }),
  ended: has({ failure: isFailure }),
  done: has({ id: isNumber, failure: isFailureOrNone }),
  spoiled: has({ id: isNumber }),
  answered: has({ id: isNumber, answer: isAnswer }),
  'answered-together': has({ id: isNumber, answers: isListOf(isAnswer), finished: isListOf(isNumber) }),
  heard: has({ id: isNumber, event: isEither(isNull, isEvent), failure: isFailureOrNone }),
}

const isMessage = (value: unknown): value is FromRunner => {
  if (!isFields(value) || typeof value.type !== 'string' || !Object.hasOwn(tests, value.type)) return false
  return tests[value.type as FromRunner['type']](value)
}

export const parseRunnerMessage = (value: unknown): FromRunner | null => (isMessage(value) ? value : null)
