/**
 * What a step can have seen, for the table of subjects and predicates.
 * @module
 */

import { answer, exchange } from '../../src/check/exchange.fixture.ts'
import type { Json } from '../../src/check/expectation.ts'
import type { Seen } from '../../src/check/subject.ts'
import type { HeaderList, HttpResponse, LogLine, SocketEvent } from '../../src/http/http.ts'

export const seenAnswer = (response: HttpResponse | null, log: readonly LogLine[] = []): Seen => ({
  happened: { kind: 'exchange', exchange: exchange(response, { log }) },
  source: null,
})

export const seenStatus = (status: number): Seen => seenAnswer(answer(status))
export const seenBody = (text: string): Seen => seenAnswer(answer(200, text))
export const seenHeaders = (...headers: HeaderList): Seen => seenAnswer(answer(200, '', headers))
export const seenBytes = (base64: string): Seen => seenAnswer({ ...answer(200), body: { base64 } })
export const seenCutOff = (text: string): Seen => seenAnswer({ ...answer(200, text), complete: false })

/** A body in chunks, one every 10 ms or all at once. */
export const seenChunks = (texts: readonly string[], every = 10): Seen =>
  seenAnswer({
    ...answer(200, texts.join('')),
    chunks: texts.map((text, index) => ({ at: 5 + index * every, size: new TextEncoder().encode(text).length })),
  })

export const seenLog = (...texts: string[]): Seen =>
  seenAnswer(
    answer(200),
    texts.map(text => ({ level: 'log', text })),
  )

export const seenSource = (source: Readonly<Record<string, string>> | null): Seen => ({ ...seenStatus(200), source })

export const seenEvent = (event: SocketEvent | null): Seen => ({
  happened: { kind: 'socket', event, failure: null, log: [] },
  source: null,
})
export const seenMessage = (text: string): Seen => seenEvent({ kind: 'message', data: { text } })
export const seenBinary = (base64: string): Seen => seenEvent({ kind: 'message', data: { base64 } })
export const seenClose = (code: number, reason = ''): Seen => seenEvent({ kind: 'closed', code, reason })

export const seenStart = (started: boolean): Seen => ({
  happened: {
    kind: 'done',
    failure: started ? null : { kind: 'load-threw', message: 'Error: no PORT', at: null },
    log: [],
  },
  source: null,
})

/** A parallel step by its statuses, and the order in which they came. */
export const seenTogether = (
  statuses: readonly number[],
  finished: readonly number[] = statuses.map((_, i) => i),
): Seen => ({
  happened: { kind: 'parallel', exchanges: statuses.map(status => exchange(answer(status))), finished, log: [] },
  source: null,
})

/** A token as a server would sign it; nobody looks at the signature. */
export const tokenOf = (payload: Json): string => `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(payload)}.c2ln`

const encoded = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url')
