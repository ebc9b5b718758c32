/**
 * What is compared of a result: everything that HTTP and the program decide, and nothing that a network, a clock or an
 * engine's own wording does.
 *
 * Left out: times, the sizes of chunks, which of several requests at once was done first (a case that cares expects it),
 * the order of different headers and the case of their names, headers that a
 * server adds by itself, how the bytes of a compressed body were packed, stack frames outside the program, and the
 * wording of failures that are not the program's own.
 * @module
 */

import type { Happened, Observation, Result } from '../../check/result.ts'
import { bodyOf, bytesOf } from '../../http/body.ts'
import { headerValues } from '../../http/headers.ts'
import type { AppFailure, AppFailureKind, Body, HttpResponse, LogLine } from '../../http/http.ts'
import type { Case } from './case.ts'

/** An expectation that did not hold. */
export interface Unmet extends Pick<Observation, 'expectation' | 'actual'> {
  /** Which of the steps, from 0. */
  readonly step: number
}

/** A result, ready to be compared. */
export interface Outcome {
  readonly outcome: Result['outcome']
  readonly notRun: string | null
  readonly failure: unknown
  readonly steps: readonly unknown[]
  /** The expectations that did not hold, with what was found. */
  readonly unmet: readonly Unmet[]
  readonly endLog: readonly string[]
  readonly loadLog: readonly string[]
}

/** Headers that a server or a connection adds. */
const ADDED: readonly string[] = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']
/** Headers of a handshake that only a real socket has (RFC 6455 §4.2.2). */
const HANDSHAKE: readonly string[] = ['upgrade', 'sec-websocket-accept', 'sec-websocket-extensions']
/** Failures whose message is the program's own words. */
const WORDED: readonly AppFailureKind[] = ['load-threw', 'threw', 'unhandled', 'body-failed', 'no-response']

type Told = Pick<Case, 'own' | 'mask'>

export const normalise = async (
  { own = [], mask = [] }: Told,
  result: Result,
  loadLog: readonly LogLine[],
  paths: readonly string[],
): Promise<Outcome> => {
  const lines = (log: readonly LogLine[]) => log.map(({ level, text }) => `${level}: ${cutStack(text, paths)}`)
  const outcome: Outcome = {
    outcome: result.outcome,
    notRun: result.notRun?.kind ?? null,
    failure: failureOf(result.failure),
    steps: await Promise.all(result.steps.map(({ happened }) => happened && happenedOf(happened, own, lines))),
    unmet: result.steps.flatMap(({ observations }, step) =>
      observations.flatMap(({ met, expectation, actual }) => (met ? [] : [{ step, expectation, actual }])),
    ),
    endLog: lines(result.log),
    loadLog: lines(loadLog),
  }
  const patterns = mask.map(pattern => new RegExp(pattern, 'g'))
  return JSON.parse(JSON.stringify(outcome), (_, value: unknown) =>
    typeof value === 'string' ? patterns.reduce((text, pattern) => text.replace(pattern, '…'), value) : value,
  )
}

const failureOf = (failure: AppFailure | null) =>
  failure && { kind: failure.kind, at: failure.at, message: WORDED.includes(failure.kind) ? failure.message : null }

const happenedOf = async (happened: Happened, own: readonly string[], lines: (log: readonly LogLine[]) => unknown) => {
  switch (happened.kind) {
    case 'exchange': {
      const { response, failure, log } = happened.exchange
      return { response: await responseOf(response, own), failure: failureOf(failure), log: lines(log) }
    }
    case 'parallel': {
      const exchanges = await Promise.all(
        happened.exchanges.map(async ({ response, failure }) => ({
          response: await responseOf(response, own),
          failure: failureOf(failure),
        })),
      )
      return { exchanges, log: lines(happened.log) }
    }
    case 'socket':
      return { event: happened.event, failure: failureOf(happened.failure), log: lines(happened.log) }
    case 'done':
      return { failure: failureOf(happened.failure), log: lines(happened.log) }
  }
}

const responseOf = async (response: HttpResponse | null, own: readonly string[]) => {
  if (!response) return null
  const { status, headers, complete } = response
  const left = [...ADDED, ...(status === 101 ? HANDSHAKE : [])].filter(name => !own.includes(name))
  const names = [...new Set(headers.map(([name]) => name.toLowerCase()))].filter(name => !left.includes(name)).sort()
  return {
    status,
    headers: Object.fromEntries(names.map(name => [name, headerValues(headers, name)])),
    body: await unpacked(response),
    complete,
  }
}

/** How browsers and Node name what is unpacked, by the header's value. */
const PACKED: Readonly<Record<string, CompressionFormat>> = { gzip: 'gzip', deflate: 'deflate' }

/** The same bytes can be compressed in many ways. What cannot be unpacked is compared as it came. */
const unpacked = async ({ headers, body, complete }: HttpResponse): Promise<Body> => {
  const format = PACKED[headerValues(headers, 'content-encoding')[0] ?? '']
  const bytes = bytesOf(body)
  if (!complete || bytes.length === 0 || format === undefined) return body
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format))
  return new Response(plain).arrayBuffer().then(
    buffer => bodyOf(new Uint8Array(buffer)),
    () => body,
  )
}

/** Of each run of stack frames in a text, the first of the program's files. */
const cutStack = (text: string, paths: readonly string[]): string => {
  const isOwn = (line: string) => paths.some(path => new RegExp(`(^|[/( ])${path.replace('.', '\\.')}:\\d`).test(line))
  let kept = false
  return text
    .split('\n')
    .filter(line => {
      if (/^\s+\.\.\. \d+ lines matching/.test(line)) return false
      if (!/^\s+at /.test(line)) {
        kept = false
        return true
      }
      if (kept || !isOwn(line)) return false
      kept = true
      return true
    })
    .join('\n')
}
