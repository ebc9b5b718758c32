/**
 * What a thrown value says, and where in the learner's files it was thrown.
 * @module
 */

import type { SourcePosition } from '../../http/http.ts'
import { clip, inspectValue, UNSHOWABLE } from './inspect-value.ts'
import { isObject } from './is-object.ts'

const MESSAGE_LIMIT = 2_000
/** Characters and frames of a stack that are looked at. */
const STACK_LIMIT = 20_000
const FRAME_LIMIT = 100

/** A property's text; empty when there is none, or reading it throws. */
const textOf = (value: object, name: string): string => {
  try {
    const text: unknown = Reflect.get(value, name)
    return typeof text === 'string' ? text : ''
  } catch {
    return ''
  }
}

/** Programs may redefine what they like afterwards. */
const PlatformError = Error

const isError = (value: unknown): value is object => {
  try {
    return (
      value instanceof PlatformError ||
      (isObject(value) && textOf(value, 'name') !== '' && textOf(value, 'stack') !== '')
    )
  } catch {
    return false
  }
}

/** What a program that broke strings or regular expressions leaves to say or to find. */
const attempt = <T>(work: () => T, otherwise: T): T => {
  try {
    return work()
  } catch {
    return otherwise
  }
}

/** `name: message` of an error; any other thrown value as `console.log` shows it. At most 2,000 characters. */
export const describeError = (error: unknown): string => attempt(() => textOfError(error), UNSHOWABLE)

const textOfError = (error: unknown): string => {
  if (typeof error === 'string') return clip(error, MESSAGE_LIMIT)
  if (!isError(error)) return clip(inspectValue(error), MESSAGE_LIMIT)
  const name = textOf(error, 'name') || 'Error'
  const message = textOf(error, 'message')
  return clip(message === '' ? name : `${name}: ${message}`, MESSAGE_LIMIT)
}

/** The lines of a stack that are frames: V8 begins with the message, which may look like one. */
const framesOf = (error: object): readonly string[] => {
  const stack = textOf(error, 'stack').slice(0, STACK_LIMIT)
  const message = textOf(error, 'message')
  const from = message === '' ? -1 : stack.indexOf(message)
  const frames = from === -1 ? stack : stack.slice(from + message.length)
  return frames.split('\n', FRAME_LIMIT).filter(line => /^\s+at |@/.test(line))
}

/** `handler (app.ts:4:9)`, `app.ts:4:9`, `handler@app.ts:4:9`, `file:///tmp/run/app.ts:4:9` → file, line, column. */
const LOCATION = /(?:^\s+at (?:async )?|[(@])([^(@]+):(\d+):(\d+)\)?$/

/**
 * The innermost frame of an error's stack that is in one of the files, whose paths are relative as in a program. Knows
 * the stacks of V8 (names from `sourceURL`, or file URLs as in Node) and of Firefox and Safari.
 */
export const positionOf = (error: unknown, paths: readonly string[]): SourcePosition | null =>
  isObject(error) ? attempt(() => innermost(error, paths), null) : null

const innermost = (error: object, paths: readonly string[]): SourcePosition | null => {
  for (const frame of framesOf(error)) {
    const [, file, line, column] = LOCATION.exec(frame) ?? []
    if (file === undefined || file.includes('/node_modules/')) continue
    const matches = paths.filter(path => file === path || (file.startsWith('file:') && file.endsWith(`/${path}`)))
    const path = matches.sort((a, b) => b.length - a.length)[0]
    if (path !== undefined) return { path, line: Number(line), column: Number(column) }
  }
  return null
}
