/**
 * What of a result is kept once it was judged: everything but the far ends of huge bodies, which nobody reads and which
 * would cost the page's thread dearly to receive.
 * @module
 */

import type { Result } from '../check/result.ts'
import type { Body, Exchange } from '../http/http.ts'

/** @param limit characters of a body's text or base64; a body that is cut is no longer `complete` */
export const keepResult = (result: Result, limit: number): Result => ({
  ...result,
  steps: result.steps.map(step => ({ ...step, exchange: step.exchange && keepExchange(step.exchange, limit) })),
})

const keepExchange = (exchange: Exchange, limit: number): Exchange => {
  const { response } = exchange
  const body = response && cut(response.body, limit)
  return response && body ? { ...exchange, response: { ...response, body, complete: false } } : exchange
}

/** Null when nothing is to be cut. Base64 is cut at a whole group of four. */
const cut = (body: Body, limit: number): Body | null => {
  if ('text' in body) return body.text.length > limit ? { text: body.text.slice(0, limit) } : null
  return body.base64.length > limit ? { base64: body.base64.slice(0, limit - (limit % 4)) } : null
}
