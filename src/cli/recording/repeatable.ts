/**
 * What FastAPI answers otherwise at every recording, in a form that is the same at the next one: times and random ids.
 * @module
 */

import type { Step } from '../../check/check.ts'
import type { Happened } from '../../check/result.ts'
import { partsOf, subjectsOf } from '../../check/walk.ts'
import type { RecordedCheck } from '../../exercise/exercise.ts'
import type { Exchange } from '../../http/http.ts'

/**
 * Leaves out what comes with the answer to a WebSocket's handshake and no option of uvicorn keeps away: the date, and what
 * is made of the client's random key (RFC 6455 §4.2.2). Times are kept to a tenth of a second: enough to see that a
 * stream is slow, and the same at the next recording. They are counted from the first chunk, as a busy machine may take
 * its time until then, and rounded down, as it only adds to them; clocks differ by less than the 10 ms.
 */
export const withoutPassing = (happened: Happened): Happened => {
  if (happened.kind === 'exchange') return { ...happened, exchange: coarse(happened.exchange) }
  return happened.kind === 'parallel' ? { ...happened, exchanges: happened.exchanges.map(coarse) } : happened
}

/**
 * The order in which answers to requests sent at once were complete is a race, unless the step looks at it: else they are
 * taken to have come in the order in which they were asked for.
 */
export const inOrderOfRequests = (step: Step, happened: Happened): Happened =>
  happened.kind !== 'parallel' ||
  partsOf(step)
    .flatMap(subjectsOf)
    .some(({ kind }) => kind === 'finished')
    ? happened
    : { ...happened, finished: [...happened.finished].sort((a, b) => a - b) }

const tenths = (ms: number): number => Math.floor((ms + 10) / 100) * 100

const coarse = (exchange: Exchange): Exchange => {
  const begun = exchange.response?.chunks[0]?.at ?? exchange.ms
  const since = (ms: number): number => tenths(ms - begun)
  return {
    ...exchange,
    ms: since(exchange.ms),
    response: exchange.response && {
      ...exchange.response,
      headers: exchange.response.headers
        .filter(([name]) => !PASSING.has(name.toLowerCase()))
        .map(([name, value]) => [name, coarseHeader(name, value)]),
      chunks: exchange.response.chunks.map(({ at, size }) => ({ at: since(at), size })),
    },
  }
}

const PASSING: ReadonlySet<string> = new Set(['sec-websocket-accept', 'date'])

const coarseHeader = (name: string, value: string): string => {
  if (isSeconds(name, value)) return seconds(value)
  return name.toLowerCase() === 'set-cookie' && /;\s*max-age=0(?:;|$)/iu.test(value)
    ? value.replace(EXPIRES, `$1${BEGINNING_OF_TIME}`)
    : value
}

/** Starlette deletes a cookie with Max-Age=0, which is what counts, and lets it expire at the time of the answer as well. */
const EXPIRES = /(;\s*expires=)[^;]*/iu
const BEGINNING_OF_TIME = 'Thu, 01 Jan 1970 00:00:00 GMT'

/** The header in which FastAPI's documentation measures a request. */
const isSeconds = (name: string, value: string): boolean =>
  name.toLowerCase() === 'x-process-time' && /^\d+(?:\.\d+)?(?:e-\d+)?$/u.test(value)

const seconds = (text: string): string => (tenths(Number(text) * 1_000) / 1_000).toFixed(1)

const UUID_4 = /\b[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\b/giu

/**
 * Random UUIDs (version 4) are numbered in the order in which they appear; each keeps its length, so that sizes stay right.
 * @param own text with the UUIDs that the check itself sends, which stay as they are
 */
export const withNumberedIds = (recorded: RecordedCheck, own: string): RecordedCheck => {
  const sent = new Set(own.match(UUID_4))
  const numbers = new Map<string, number>()
  const numbered = (uuid: string): string => {
    if (sent.has(uuid)) return uuid
    const number = numbers.get(uuid) ?? numbers.size + 1
    numbers.set(uuid, number)
    return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  }
  return JSON.parse(JSON.stringify(recorded), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(UUID_4, numbered) : value,
  )
}
