import { expect, test } from 'vitest'
import type { Exchange, HeaderList } from '../../http/http.ts'
import { steady } from './steady.ts'

const exchange = (ms: number, headers: HeaderList): Exchange => ({
  request: { method: 'GET', path: '/ws', headers: [] },
  response: { status: 101, headers, body: { text: '' }, chunks: [{ at: ms, size: 1 }], complete: true },
  failure: null,
  log: [],
  ms,
})
const upgrade = ['Upgrade', 'websocket'] as const

test('neither the date nor what is made of a random key is kept, and times to a tenth of a second', () => {
  const seen = exchange(214, [upgrade, ['Sec-WebSocket-Accept', 's3pPLMBi'], ['date', 'Sat, 28 Nov 2026 01:39:23 GMT']])
  const kept = exchange(200, [upgrade])
  expect(steady({ kind: 'exchange', exchange: seen })).toEqual({ kind: 'exchange', exchange: kept })
  const together = { kind: 'parallel', finished: [0], log: [] } as const
  expect(steady({ ...together, exchanges: [seen] })).toEqual({ ...together, exchanges: [kept] })
})

test('a clock that is a little early is of the same tenth', () => {
  expect(steady({ kind: 'exchange', exchange: exchange(291, []) })).toMatchObject({ exchange: { ms: 300 } })
})

test('what was heard on a socket stays as it is', () => {
  const heard = {
    kind: 'socket',
    event: { kind: 'closed', code: 4000, reason: 'bye' },
    failure: null,
    log: [],
  } as const
  expect(steady(heard)).toBe(heard)
})
