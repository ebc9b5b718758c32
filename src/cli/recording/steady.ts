/**
 * What happened, without that which is never twice the same: a recording of the same requests is the same, byte for byte.
 * @module
 */

import type { Happened } from '../../check/result.ts'
import type { Exchange, HttpResponse } from '../../http/http.ts'

/**
 * Times are kept to a tenth of a second: enough to see that a stream is slow, and the same at the next recording. They
 * are rounded down, as a busy machine only adds to them; clocks differ by less than the 10 ms.
 */
export const steady = (happened: Happened): Happened => {
  if (happened.kind === 'exchange') return { ...happened, exchange: steadyExchange(happened.exchange) }
  return happened.kind === 'parallel' ? { ...happened, exchanges: happened.exchanges.map(steadyExchange) } : happened
}

const steadyExchange = (exchange: Exchange): Exchange => ({
  ...exchange,
  ms: tenths(exchange.ms),
  response: exchange.response && steadyResponse(exchange.response),
})

const steadyResponse = (response: HttpResponse): HttpResponse => ({
  ...response,
  headers: response.headers.filter(([name]) => !PASSING.has(name.toLowerCase())),
  chunks: response.chunks.map(({ at, size }) => ({ at: tenths(at), size })),
})

/**
 * Both come with the answer to a WebSocket's handshake, and no option of uvicorn leaves them out. The one is made of the
 * client's random key (RFC 6455 §4.2.2).
 */
const PASSING: ReadonlySet<string> = new Set(['sec-websocket-accept', 'date'])

const tenths = (ms: number): number => Math.floor((ms + 10) / 100) * 100
