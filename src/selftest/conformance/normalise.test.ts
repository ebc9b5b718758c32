import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Happened, Result } from '../../check/result.ts'
import type { HttpResponse, LogLine } from '../../http/http.ts'
import { normalise } from './normalise.ts'

const RESPONSE: HttpResponse = { status: 200, headers: [], body: { text: '' }, chunks: [], complete: true }

const exchange = (response: Partial<HttpResponse>, log: readonly LogLine[] = [], ms = 1): Happened => ({
  kind: 'exchange',
  exchange: {
    request: { method: 'GET', path: '/', headers: [] },
    response: { ...RESPONSE, ...response },
    failure: null,
    log,
    ms,
  },
})

const resultOf = (happened: Happened, more: Partial<Result> = {}): Result => ({
  check: 'a',
  outcome: 'passed',
  steps: [{ outcome: 'passed', happened, observations: [], unsaved: [], advice: [] }],
  failure: null,
  notRun: null,
  log: [],
  ...more,
})

const seen = (happened: Happened, told: Parameters<typeof normalise>[0] = {}) =>
  normalise(told, resultOf(happened), [], ['app.ts', 'routes/items.ts'])

const line = (text: string): LogLine => ({ level: 'log', text })

describe('normalise', () => {
  it('is blind to times, chunks, and the order and case of different header names', async () => {
    const one = exchange(
      {
        headers: [
          ['X-A', '1'],
          ['b', '2'],
        ],
        chunks: [{ at: 1, size: 2 }],
      },
      [],
      3,
    )
    const two = exchange(
      {
        headers: [
          ['B', '2'],
          ['x-a', '1'],
        ],
        chunks: [],
      },
      [],
      9,
    )
    expect(await seen(one)).toEqual(await seen(two))
  })

  it('sees values, their case, and their order under one name', async () => {
    const cookies = (...values: string[]) => exchange({ headers: values.map(value => ['set-cookie', value] as const) })
    expect(await seen(cookies('a', 'b'))).not.toEqual(await seen(cookies('b', 'a')))
    expect(await seen(cookies('a'))).not.toEqual(await seen(cookies('A')))
    expect(await seen(cookies('a'))).not.toEqual(await seen(cookies('a', 'a')))
  })

  it('leaves out what a server adds, unless the case is about it', async () => {
    const added = exchange({
      headers: [
        ['Date', 'now'],
        ['Connection', 'close'],
        ['Content-Length', '5'],
      ],
    })
    expect(await seen(added)).toEqual(await seen(exchange({})))
    expect(await seen(added, { own: ['content-length'] })).not.toEqual(await seen(exchange({})))
  })

  it('leaves out the headers of a handshake only where there was one', async () => {
    const accept = [
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Accept', 'x'],
    ] as const
    expect(await seen(exchange({ status: 101, headers: accept }))).toEqual(await seen(exchange({ status: 101 })))
    expect(await seen(exchange({ headers: accept }))).not.toEqual(await seen(exchange({})))
  })

  it('compares what was compressed, not how', async () => {
    const packed = (level: number, text: string) =>
      exchange({
        headers: [['content-encoding', 'gzip']],
        body: { base64: gzipSync(text.repeat(100), { level }).toString('base64') },
      })
    expect(await seen(packed(1, 'hello'))).toEqual(await seen(packed(9, 'hello')))
    expect(await seen(packed(9, 'hello'))).not.toEqual(await seen(packed(9, 'other')))
  })

  it('keeps of a stack the first frame of the program', async () => {
    const inNode = line(
      'Error: no\n    at get (app.ts:3:9)\n    at next (file:///x/hono.js:1:1)\n    at later (app.ts:9:1)',
    )
    const inPage = line('Error: no\n    at get (app.ts:3:9)')
    const elsewhere = line('Error: no\n    at get (app.ts:4:9)')
    expect(await seen(exchange({}, [inNode]))).toEqual(await seen(exchange({}, [inPage])))
    expect(await seen(exchange({}, [elsewhere]))).not.toEqual(await seen(exchange({}, [inPage])))
  })

  it('sees the level and the text of a line', async () => {
    expect(await seen(exchange({}, [line('a')]))).not.toEqual(await seen(exchange({}, [line('b')])))
    expect(await seen(exchange({}, [line('a')]))).not.toEqual(await seen(exchange({}, [{ level: 'warn', text: 'a' }])))
  })

  it("compares the message of a failure only when it is the program's own", async () => {
    const failing = (kind: 'threw' | 'timed-out', message: string, at = { path: 'app.ts', line: 1, column: 1 }) =>
      normalise({}, resultOf(exchange({}), { failure: { kind, message, at } }), [], ['app.ts'])
    expect(await failing('timed-out', '2000 ms')).toEqual(await failing('timed-out', 'too long'))
    expect(await failing('threw', 'Error: a')).not.toEqual(await failing('threw', 'Error: b'))
    expect(await failing('threw', 'a')).not.toEqual(await failing('threw', 'a', { path: 'app.ts', line: 2, column: 1 }))
  })

  it('puts a mask over what is never the same twice', async () => {
    const timed = (ms: number) => exchange({ headers: [['server-timing', `db;dur=${ms}`]] }, [line(`took ${ms}ms`)])
    const mask = ['dur=\\d+', '\\d+ms']
    expect(await seen(timed(1), { mask })).toEqual(await seen(timed(27), { mask }))
    expect(await seen(timed(1))).not.toEqual(await seen(timed(27)))
  })
})
