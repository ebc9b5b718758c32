import { describe, expect, it } from 'vitest'
import { ask, finished, get, together } from '../../check/authoring.ts'
import type { Happened } from '../../check/result.ts'
import type { HeaderList } from '../../http/http.ts'
import { inOrderOfRequests, withNumberedIds, withoutPassing } from './repeatable.ts'

const answer = (headers: HeaderList, text = '', ...times: number[]): Happened => ({
  kind: 'exchange',
  exchange: {
    request: { method: 'GET', path: '/', headers: [] },
    response: { status: 200, headers, body: { text }, chunks: times.map(at => ({ at, size: 1 })), complete: true },
    failure: null,
    log: [],
    ms: times.at(-1) ?? 0,
  },
})

describe('withoutPassing', () => {
  it('rounds times down to tenths of a second, of a server whose clock is a little ahead as well', () => {
    expect(withoutPassing(answer([], 'ab', 2, 189.3))).toEqual(answer([], 'ab', 0, 100))
    expect(withoutPassing(answer([], 'ab', 2, 201.1))).toEqual(answer([], 'ab', 0, 200))
  })

  it('does not count how long the answer let wait for its beginning', () => {
    expect(withoutPassing(answer([], 'abc', 512, 512.8, 730))).toEqual(answer([], 'abc', 0, 0, 200))
  })

  it("leaves out what a WebSocket's handshake has but once", () => {
    const upgrade = ['Upgrade', 'websocket'] as const
    const once: HeaderList = [['Sec-WebSocket-Accept', 's3pPLMBi'], upgrade, ['date', 'Sat, 28 Nov 2026 01:39:23 GMT']]
    expect(withoutPassing(answer(once))).toEqual(answer([upgrade]))
  })

  it('rounds the seconds in X-Process-Time, and nothing else that is a number or no number', () => {
    const measured = answer([
      ['X-Process-Time', '0.1255'],
      ['x-process-time', '3.7e-05'],
      ['x-process-time', 'soon'],
      ['x-count', '0.1255'],
    ])
    expect(withoutPassing(measured)).toEqual(
      answer([
        ['X-Process-Time', '0.1'],
        ['x-process-time', '0.0'],
        ['x-process-time', 'soon'],
        ['x-count', '0.1255'],
      ]),
    )
  })

  it('lets a cookie that is deleted expire at a time that is always the same, and no other', () => {
    const cookies = (...expires: string[]) =>
      answer([
        ['set-cookie', `a=""; expires=${expires[0]}; Max-Age=0; Path=/; SameSite=lax`],
        ['Set-Cookie', `b=; Max-Age=0; Expires=${expires[0]}`],
        ['set-cookie', `c=1; expires=${expires[1]}; Max-Age=06; Path=/`],
        ['x-cookie', `d=; Max-Age=0; Expires=${expires[1]}`],
      ])
    const now = 'Sat, 28 Nov 2026 01:39:23 GMT'
    expect(withoutPassing(cookies(now, now))).toEqual(cookies('Thu, 01 Jan 1970 00:00:00 GMT', now))
  })
})

describe('inOrderOfRequests', () => {
  const raced: Happened = { kind: 'parallel', exchanges: [], finished: [2, 0, 1], log: [] }
  const requests = [ask(get('/a')), ask(get('/b')), ask(get('/c'))]

  it('forgets in which order answers to requests sent at once came', () => {
    expect(inOrderOfRequests(together(requests), raced)).toEqual({ ...raced, finished: [0, 1, 2] })
  })

  it('keeps it where the check looks at it', () => {
    expect(inOrderOfRequests(together(requests, [finished.equals([2, 0, 1])]), raced)).toEqual(raced)
    const advice = [{ when: [finished.equals([0, 1, 2])], say: 'They waited for each other.' }]
    expect(inOrderOfRequests(together(requests, [], { advice }), raced)).toEqual(raced)
  })
})

describe('withNumberedIds', () => {
  const [made, other, sent] = [
    'ca3cc689-7d21-4d21-9a7f-316197f95444',
    '1c906dea-29c5-4a96-a484-35ab76247043',
    '0f9c2a4e-7b31-4d58-9e06-3c1d2b4a5f60',
  ]
  const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']

  it('numbers random ids wherever they are, the same one alike, and leaves those that were sent', () => {
    const recorded = {
      values: { id: made },
      happened: [answer([['x-id', other]], `{"id":"${made}"}`), answer([['x-id', sent]], made)],
    }
    expect(withNumberedIds(recorded, JSON.stringify({ values: { mine: sent } }))).toEqual({
      values: { id: first },
      happened: [answer([['x-id', second]], `{"id":"${first}"}`), answer([['x-id', sent]], first)],
    })
  })

  it('leaves what is no random id', () => {
    const recorded = { values: {}, happened: [answer([['x-id', '0f9c2a4e-7b31-1d58-9e06-3c1d2b4a5f60']], '4-4-4')] }
    expect(withNumberedIds(recorded, '')).toEqual(recorded)
  })
})
