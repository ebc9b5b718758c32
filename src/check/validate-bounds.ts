/**
 * Whether the numbers and texts of a step are such as can be sent and waited for.
 * @module
 */

import { AuthoringError } from './authoring-error.ts'
import type { Abort, Generator, RequestTemplate, SocketOpenStep, Step } from './check.ts'
import { NAMES } from './names.ts'
import { subjectsOf } from './walk.ts'

/** Of a wait, and of a client that goes away, ms. */
const LONGEST_WAIT = 50
/** RFC 6455 §5.5. */
const LONGEST_REASON = 123

const demand = (so: boolean, what: string, why: string, mend: string): void => {
  if (!so) throw new AuthoringError(`could not ${what}: because ${why}; ${mend}`)
}

/** @throws {AuthoringError} */
export const checkBounds = (step: Step): void => {
  switch (step.kind) {
    case 'send':
      checkRequest(step.request)
      if (step.abort) checkAbort(step.abort)
      if (step.timeLimit !== undefined) {
        demand(step.timeLimit > 0, `allow ${step.timeLimit} ms`, 'it is not more than 0', 'correct it')
      }
      return
    case 'parallel':
      demand(step.sends.length > 0, 'send at once', 'there are no requests', 'give the step some')
      for (const { request } of step.sends) checkRequest(request)
      return
    case 'socket-open':
      checkRequest({ method: 'GET', path: step.path, headers: step.headers ?? [] })
      checkProtocols(step.protocols ?? [])
      return
    case 'socket-close':
      checkClose(step.code ?? 1000, step.reason ?? '')
      return
    case 'wait':
      checkWait(step.ms)
      return
    case 'socket-receive':
      demand(
        subjectsOf({ expect: step.expect, save: step.save ?? {} }).some(({ kind }) => HEARD.includes(kind)),
        'wait for a message',
        'nothing is expected of it, so that none would do as well',
        'expect something of the message or of the close',
      )
  }
}

const HEARD = ['message', 'message-type', 'close-code', 'close-reason']

/** RFC 9110 §5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/u
/** Names of values stand in braces, which a path has to encode otherwise. */
const PATH = /^(?:\/[!-"$-~]*|\*|\{\{[a-z][a-z\d-]*\}\})$/u

const checkRequest = ({ method, path, headers }: RequestTemplate): void => {
  demand(TOKEN.test(method), `send ${JSON.stringify(method)}`, 'that is no method', 'write one such as GET')
  demand(
    PATH.test(path),
    `send a request to ${JSON.stringify(path)}`,
    'a path begins with /, has no spaces and no #, and everything else in it is percent-encoded',
    'encode it',
  )
  for (const [name] of headers) {
    demand(
      TOKEN.test(name.replaceAll(NAMES, 'x')),
      `send the header ${JSON.stringify(name)}`,
      'that is no name',
      'correct it',
    )
  }
}

/** RFC 6455 §4.1. */
const checkProtocols = (protocols: NonNullable<SocketOpenStep['protocols']>): void => {
  for (const [index, protocol] of protocols.entries()) {
    const what = `ask for the protocol ${JSON.stringify(protocol)}`
    demand(TOKEN.test(protocol), what, 'that is no name', 'correct it')
    demand(protocols.indexOf(protocol) === index, what, 'it is asked for before', 'leave it out')
  }
}

const checkAbort = (abort: Abort): void => {
  if ('ms' in abort) checkWait(abort.ms)
  else
    demand(isCount(abort.chunks), `go away after ${abort.chunks} chunks`, 'it is no whole number from 1', 'correct it')
}

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 1

const checkWait = (ms: number): void =>
  demand(
    ms >= 0 && ms <= LONGEST_WAIT,
    `wait ${ms} ms`,
    `a check waits at most ${LONGEST_WAIT} ms`,
    'wait less, or look at something that happened instead',
  )

const checkClose = (code: number, reason: string): void => {
  demand(
    code === 1000 || (Number.isInteger(code) && code >= 3000 && code <= 4999),
    `close with code ${code}`,
    'a client may use 1000, and 3000 to 4999',
    'correct it',
  )
  const { length } = new TextEncoder().encode(reason)
  demand(length <= LONGEST_REASON, 'close with this reason', `it has more than ${LONGEST_REASON} bytes`, 'shorten it')
}

/** @throws {AuthoringError} */
export const checkGenerator = (name: string, generator: Generator): void => {
  const why = wrongGenerator(generator)
  demand(why === null, `make a value for ${JSON.stringify(name)}`, why ?? '', 'correct it')
}

/** Of words or digits: more than any check needs, and made in no time. */
const LARGEST_COUNT = 10_000

const wrongCount = (count: number, noun: string): string | null => {
  if (!isCount(count)) return `it has no ${noun}`
  return count <= LARGEST_COUNT ? null : `it has more than ${LARGEST_COUNT} ${noun}`
}

const wrongGenerator = (generator: Generator): string | null => {
  switch (generator.kind) {
    case 'text':
      return wrongCount(generator.words, 'words')
    case 'hex':
      return wrongCount(generator.length, 'digits')
    case 'choice':
      return generator.values.length > 0 ? null : 'there is nothing to choose from'
    case 'int':
      if (!Number.isSafeInteger(generator.min) || !Number.isSafeInteger(generator.max))
        return 'its bounds are not whole numbers of 15 digits at most'
      return generator.min <= generator.max ? null : 'min is more than max'
    case 'decimal': {
      const { min, max, digits } = generator
      if (!Number.isInteger(digits) || digits < 0 || digits > 9) return 'its digits after the point are not 0 to 9'
      const scale = 10 ** digits
      if (!Number.isSafeInteger(Math.ceil(min * scale)) || !Number.isSafeInteger(Math.floor(max * scale)))
        return 'its bounds have more than 15 digits with those after the point'
      return Math.ceil(min * scale) <= Math.floor(max * scale) ? null : 'no number with so few digits is in its bounds'
    }
    case 'word':
    case 'boolean':
    case 'email':
    case 'uuid':
      return null
  }
}
