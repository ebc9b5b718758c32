/**
 * What of a result is kept once it was judged: everything but the far ends of huge bodies, lists and values, which
 * nobody reads and which would cost the page's thread seconds to receive.
 * @module
 */

import { jsonFits } from '../check/json.ts'
import type { Actual, Happened, Observation, Result } from '../check/result.ts'
import type { Values } from '../check/template.ts'
import type { Body, Exchange, HeaderList, HttpResponse } from '../http/http.ts'

/** Headers and chunks of one answer. */
const MOST_ITEMS = 200
/** Characters of one header's value. */
const LONGEST_VALUE = 8_192
/** Characters of a value that an expectation found, as JSON. */
const LARGEST_ACTUAL = 32_768
/** Bodies of one result together, in whole ones. */
const BODIES = 2

/** @param limit characters of a text or base64; a body that is cut is no longer `complete` */
export const keepResult = (result: Result, limit: number): Result => {
  let left = BODIES * limit
  const cutBody = <T extends Body>(body: T): Body => {
    const kept = cut(body, Math.min(limit, left))
    left -= sizeOf(kept)
    return kept
  }
  return {
    ...result,
    steps: result.steps.map(step => ({
      ...step,
      happened: step.happened && keepHappened(step.happened, cutBody),
      observations: step.observations.map(keepObservation),
    })),
  }
}

/** A check's values are shown beside its result; a huge one is named only. */
export const keepValues = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      jsonFits(value, LARGEST_ACTUAL) ? value : '(too large to be shown)',
    ]),
  )

type CutBody = (body: Body) => Body

const keepHappened = (happened: Happened, cutBody: CutBody): Happened => {
  switch (happened.kind) {
    case 'exchange':
      return { ...happened, exchange: keepExchange(happened.exchange, cutBody) }
    case 'parallel':
      return { ...happened, exchanges: happened.exchanges.map(exchange => keepExchange(exchange, cutBody)) }
    case 'socket':
      if (happened.event?.kind !== 'message') return happened
      return { ...happened, event: { kind: 'message', data: cutBody(happened.event.data) } }
    case 'done':
      return happened
  }
}

const keepExchange = (exchange: Exchange, cutBody: CutBody): Exchange => ({
  ...exchange,
  request: exchange.request.body ? { ...exchange.request, body: cutBody(exchange.request.body) } : exchange.request,
  response: exchange.response && keepResponse(exchange.response, cutBody),
})

const keepResponse = (response: HttpResponse, cutBody: CutBody): HttpResponse => {
  const body = cutBody(response.body)
  return {
    ...response,
    headers: keepHeaders(response.headers),
    chunks: response.chunks.slice(0, MOST_ITEMS),
    body,
    complete: response.complete && sizeOf(body) === sizeOf(response.body),
  }
}

/** What is left out is told in the place of a last header, in words that no header's name can have. */
const keepHeaders = (headers: HeaderList): HeaderList => {
  const kept = headers.slice(0, MOST_ITEMS).map(([name, value]) => [name, value.slice(0, LONGEST_VALUE)] as const)
  const more = headers.length - kept.length
  return more > 0 ? [...kept, [`(${more} more headers)`, ''] as const] : kept
}

const keepObservation = (observation: Observation): Observation => ({
  ...observation,
  actual: keepActual(observation.actual),
})

const keepActual = (actual: Actual): Actual => {
  switch (actual.kind) {
    case 'value':
      return jsonFits(actual.value, LARGEST_ACTUAL)
        ? actual
        : { kind: 'unreadable', why: 'it is too large to be shown' }
    case 'missing':
      return actual.nearest && !jsonFits(actual.nearest.value, LARGEST_ACTUAL) ? { kind: 'missing' } : actual
    case 'unreadable':
      return actual
  }
}

const sizeOf = (body: Body): number => ('text' in body ? body.text.length : body.base64.length)

/** Base64 is cut at a whole group of four. */
const cut = (body: Body, limit: number): Body => {
  if ('text' in body) return body.text.length > limit ? { text: body.text.slice(0, limit) } : body
  return body.base64.length > limit ? { base64: body.base64.slice(0, limit - (limit % 4)) } : body
}
