import { describe, expect, it } from 'vitest'
import type { HeaderList } from '../../http/http.ts'
import { withNumberedIds, withoutPassing } from './repeatable.ts'

const answer = (headers: HeaderList, text = '', times: readonly number[] = [0]) => ({
  kind: 'exchange' as const,
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
    expect(withoutPassing(answer([], 'ab', [0, 187.3]))).toEqual(answer([], 'ab', [0, 100]))
    expect(withoutPassing(answer([], 'ab', [0, 199.1]))).toEqual(answer([], 'ab', [0, 200]))
  })

  it('counts times from the first piece of the body, however long the server thought before', () => {
    expect(withoutPassing(answer([], 'ab', [340, 527.3]))).toEqual(answer([], 'ab', [0, 100]))
    expect(withoutPassing(answer([], 'a', [340]))).toEqual(answer([], 'a', [0]))
  })

  it('leaves no time of an answer without a body', () => {
    const quick = answer([], '', [])
    expect(withoutPassing({ ...quick, exchange: { ...quick.exchange, ms: 340 } })).toEqual(quick)
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
