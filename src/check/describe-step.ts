/**
 * Steps, and what came of them, in words.
 * @module
 */

import type { Exchange, SocketData, SocketEvent } from '../http/http.ts'
import { statusText } from '../http/status.ts'
import { parseJson } from './actual.ts'
import type { Abort, Check, SendStep, SocketSendStep, Step } from './check.ts'
import { closeText } from './close-codes.ts'
import { describeNotRun } from './describe-failure.ts'
import { sizeText, valueText } from './describe-value.ts'
import { exchangesOf, isSocketClosed, refusalOf } from './happened.ts'
import { lengthOf } from './measure.ts'
import { NAMES } from './names.ts'
import type { Happened, Result, StepResult } from './result.ts'
import { fillJson, fillRequest, fillSocketData, fillText, namesIn, type Values } from './template.ts'
import { cutText, plural } from './text.ts'

/** Characters of a message in a title. */
const SHOWN = 60

/**
 * What a step does: `POST /items`, `3 requests at once`, `open the WebSocket /ws as "alice"`. With values, in the place
 * of their names; where one of them is not known, all names are shown.
 */
export const describeStep = (step: Step, values: Values = {}): string => {
  const known = namesIn(step).every(name => Object.hasOwn(values, name)) ? values : null
  switch (step.kind) {
    case 'send':
      return `${requestText(step, known)}${step.abort ? `, and go away ${abortText(step.abort)}` : ''}`
    case 'parallel':
      return step.sends.length === 1 ? '1 request' : `${step.sends.length} requests at once`
    case 'socket-open':
      return `open the WebSocket ${pathOf(step.path, known)} as "${step.socket}"${actorText(step.actor)}`
    case 'socket-send':
      return `send ${dataText(step.data, known)} on "${step.socket}"`
    case 'socket-receive':
      return `wait for a message on "${step.socket}"`
    case 'socket-close': {
      const how = [
        ...(step.code === undefined ? [] : [`code ${step.code}`]),
        ...(step.reason === undefined ? [] : [`the reason ${valueText(step.reason)}`]),
      ]
      return `close "${step.socket}"${how.length === 0 ? '' : ` with ${how.join(' and ')}`}`
    }
    case 'stop':
      return 'stop the app'
    case 'start':
      return `start the app${step.env === undefined ? '' : ` with ${envText(step.env, known)}`}`
    case 'wait':
      return `wait ${step.ms} ms`
  }
}

/** `MODE=test and PORT=80`: environment variables as a shell has them. */
const envText = (env: Readonly<Record<string, string>>, values: Values | null): string =>
  Object.entries(env)
    .map(([name, text]) => `${name}=${cutText(values ? fillText(text, values) : text, SHOWN)}`)
    .join(' and ')

/** One request of a step: `POST /items as alice`. */
const requestText = ({ request, actor }: Pick<SendStep, 'request' | 'actor'>, values: Values | null): string =>
  `${request.method} ${pathOf(request.path, values)}${actor === undefined ? '' : ` as ${actor}`}`

const pathOf = (path: string, values: Values | null): string =>
  values ? fillRequest({ method: 'GET', path, headers: [] }, values).path : path

const actorText = (actor: string | undefined): string => (actor === undefined ? '' : `, with the cookies of ${actor}`)

const abortText = (abort: Abort): string =>
  'chunks' in abort ? `after ${plural(abort.chunks, 'chunk')}` : `after ${abort.ms} ms`

/** The message of a step, with values in the place of their names when all of them are known. */
export const sentMessage = (step: SocketSendStep, values: Values): SocketData => {
  const { data } = step
  if (namesIn(step).every(name => Object.hasOwn(values, name))) return fillSocketData(data, values)
  return 'json' in data ? { text: JSON.stringify(data.json) } : data
}

const dataText = (data: SocketSendStep['data'], values: Values | null): string => {
  if ('base64' in data) return binaryText(data.base64)
  if ('json' in data) return valueText(values ? fillJson(data.json, values) : data.json, SHOWN)
  return messageText(values ? fillText(data.text, values) : data.text)
}

/** A text that is a list or an object in JSON stands as it is, without quotation marks around it and marks in it. */
const messageText = (text: string): string => {
  if (!/^\s*[[{]/u.test(text) || parseJson(text.replaceAll(NAMES, '0'), 'it').kind !== 'value')
    return valueText(text, SHOWN)
  const shown = cutText(text, SHOWN)
  return shown === text ? text : `${shown}… (${sizeText(text)} in all)`
}

const binaryText = (base64: string): string => plural(lengthOf(base64, 'bytes') ?? 0, 'byte')

/** What came of a step, in a few words: `201 Created`, `message "hello"`, `closed with code 1000 (normal closure)`. */
export const describeHappened = (step: Step, happened: Happened): string => {
  switch (happened.kind) {
    case 'exchange':
    case 'parallel': {
      const left = step.kind === 'send' && step.abort !== undefined
      return exchangesOf(happened)
        .map(exchange => answerText(exchange, left))
        .join(', ')
    }
    case 'socket':
      if (happened.failure) return 'the app broke'
      return happened.event ? eventText(happened.event) : step.kind === 'socket-send' ? 'sent' : 'nothing came'
    case 'done':
      if (refusalOf(step, happened)) return 'it did not start'
      return happened.failure ? 'the app broke' : 'done'
  }
}

/** @param left the client went away by itself */
const answerText = ({ response, failure }: Exchange, left: boolean): string => {
  if (!response) return left && !failure ? 'no answer so far' : 'no answer'
  const status = statusText(response.status)
  if (left && !failure) return `${status}, as far as it was read`
  return failure || !response.complete ? `${status}, cut off` : status
}

const eventText = (event: SocketEvent): string => {
  if (event.kind === 'message') {
    const { data } = event
    return 'text' in data ? `message ${messageText(data.text)}` : `binary message, ${binaryText(data.base64)}`
  }
  return `closed with code ${closeText(event.code)}${event.reason === '' ? '' : `: ${valueText(event.reason, SHOWN)}`}`
}

/**
 * Which request of a parallel step each observation is about, in the order of `result.observations`: `Request 2, GET /a`;
 * empty for those about the step as a whole, which are all of any other step.
 */
export const observationPlaces = (step: Step, { happened, observations }: StepResult): readonly string[] => {
  const exchanges = step.kind === 'parallel' && happened ? exchangesOf(happened) : []
  const places = exchanges.flatMap(({ request, response }, index) => {
    const count = step.kind === 'parallel' && response ? (step.sends[index]?.expect.length ?? 0) : 0
    return Array<string>(count).fill(`Request ${index + 1}, ${request.method} ${request.path}`)
  })
  return observations.map((_, index) => places[index] ?? '')
}

/** Why a step was never performed, for steps whose outcome is `not-run`. */
export const describeUnsent = (check: Check, result: Result, index: number): string => {
  const { steps, notRun, failure } = result
  const unsaved = steps[index]?.unsaved ?? []
  if (unsaved.length > 0) {
    const names = unsaved.map(name => `"${name}"`).join(' and ')
    return `Not sent, because it needs ${names}, which no answer before it had.`
  }
  if (isSocketClosed(check, steps, index)) return 'Not done, because its WebSocket was not opened.'
  if (notRun) return describeNotRun(notRun)
  if (steps.every(step => step.happened === null)) return 'Not sent, because the app did not start.'
  return failure
    ? 'Not sent, because the app gave no whole answer to an earlier request of this check.'
    : 'Not sent, because all checks together took too long and the run was stopped.'
}
