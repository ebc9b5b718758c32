/**
 * Mistakes that any Hono program can make, whatever the exercise, recognised from one exchange.
 * @module
 */

import type { Exchange } from '../http/http.ts'
import { statusText } from '../http/status.ts'
import type { Step } from './check.ts'
import { bodyJson, bodyText as readText } from './read-body.ts'
import { cutText } from './text.ts'

/**
 * What to tell the learner of them, most telling first. Meant for exchanges that are not as expected: a 404 that was
 * asked for is no mistake.
 */
export const platformAdvice = (exchange: Exchange, step: Step['kind']): string[] =>
  RECOGNISED.map(recognise => recognise(exchange, step)).filter(advice => advice !== null)

type Recognise = (exchange: Exchange, step: Step['kind']) => string | null

/** The texts of Chromium, Node (undici), Firefox and WebKit, in this order. */
const NULL_BODY_STATUS =
  /response with null body status|invalid response status code (?:101|20[45]|304)|body is given with a null body status|cannot have a body with the given status/iu

/** What the app complained about: console errors, and its failure. */
const complaints = ({ log, failure }: Exchange): string[] => [
  ...log.filter(line => line.level === 'error').map(line => line.text),
  ...(failure ? [failure.message] : []),
]

const bodyText = ({ response }: Exchange): string | null => {
  const body = response && readText(response)
  return body?.kind === 'value' && typeof body.value === 'string' ? body.value : null
}

const nullBodyStatus: Recognise = exchange =>
  complaints(exchange).some(text => NULL_BODY_STATUS.test(text))
    ? 'An answer with status 204, 205 or 304 cannot have a body, not even an empty text: c.json(…, 204) and c.text(…, 204) throw. Return c.body(null, 204).'
    : null

const notResponse: Recognise = ({ failure }) => {
  if (failure?.kind !== 'no-response') return null
  return /exception|error/iu.test(failure.message)
    ? 'A handler returned an exception. Throw it: only a thrown HTTPException becomes an answer.'
    : 'A handler must return a Response, and Hono does not turn other values into one as FastAPI does. Return c.json(value), c.text(text) or c.body(null, 204).'
}

/** hono-base.js: `c.text('404 Not Found', 404)`, for an unmatched route and for a lone handler that returns nothing. */
const noRoute: Recognise = exchange => {
  if (exchange.response?.status !== 404 || bodyText(exchange) !== '404 Not Found') return null
  const { method, path } = exchange.request
  const pathname = path.replace(/[?#].*$/u, '')
  return `Nothing answered ${method} ${pathname}: no route has this method and path, or its handler returned nothing. The text "404 Not Found" is Hono's own.`
}

/** compose.js, when a handler behind a middleware returns nothing. */
const NOT_FINALIZED = /Context is not finalized/u

/** Node's inspect, of `new Error(…, { cause })`, or of a `cause` that was assigned. */
const CAUSE = /^\s*(?:\[cause\]|cause): (.+?)(?: \{)?$/mu

/** hono-base.js: `console.error(err); c.text('Internal Server Error', 500)`. */
const handlerThrew: Recognise = exchange => {
  if (exchange.response?.status !== 500 || bodyText(exchange) !== 'Internal Server Error') return null
  const error = exchange.log.findLast(line => line.level === 'error')?.text
  if (error === undefined || NULL_BODY_STATUS.test(error)) return null
  if (NOT_FINALIZED.test(error)) {
    return 'A handler returned nothing, so Hono answered 500. Return the answer: return c.json(…). In a middleware, await next().'
  }
  const firstLine = error.trim().replace(/\n[\s\S]*$/u, '')
  const cause = CAUSE.exec(error)?.[1]
  const because = cause === undefined ? '' : `, because of ${cutText(cause, 300)}`
  return `A handler threw an error that nothing caught, so Hono answered 500: ${cutText(firstLine, 300)}${because}`
}

const encodedTwice: Recognise = ({ response }) => {
  const body = response && bodyJson(response)
  if (body?.kind !== 'value' || typeof body.value !== 'string') return null
  try {
    const inner: unknown = JSON.parse(body.value)
    if (typeof inner !== 'object' || inner === null) return null
  } catch {
    return null
  }
  return 'The body is JSON inside a JSON string. c.json() encodes by itself: hand it the value, not JSON.stringify(value).'
}

const objectAsText: Recognise = exchange =>
  bodyText(exchange)?.includes('[object Object]')
    ? 'An object was put into a text, which makes it "[object Object]". Return it with c.json(value).'
    : null

const notUpgraded: Recognise = ({ response }, step) => {
  if (step !== 'socket-open' || response === null || response.status < 200 || response.status > 299) return null
  return `A WebSocket was asked for, and an ordinary answer came, ${statusText(response.status)}. Let the route answer with upgradeWebSocket(…), and let nothing before it answer instead.`
}

const RECOGNISED: readonly Recognise[] = [
  nullBodyStatus,
  notResponse,
  noRoute,
  handlerThrew,
  encodedTwice,
  objectAsText,
  notUpgraded,
]
