import { expect, test } from 'vitest'
import type { Happened, Result } from '../check/result.ts'
import type { Body } from '../http/http.ts'
import { keepResult } from './keep.ts'

const resultWith = (body: Body): Result => {
  const response = { status: 200, headers: [], body, chunks: [], complete: true }
  const request = { method: 'GET', path: '/', headers: [] }
  const exchange = { request, response, failure: null, log: [], ms: 1 }
  return resultOf({ kind: 'exchange', exchange })
}
const resultOf = (happened: Happened | null): Result => {
  const step = { outcome: 'passed', happened, observations: [], unsaved: [], advice: [] } as const
  return { check: 'a', outcome: 'passed', steps: [step], failure: null, notRun: null, log: [] }
}
const keptOf = (happened: Happened | null) => keepResult(resultOf(happened), 10).steps[0]?.happened
const kept = (body: Body) => {
  const happened = keepResult(resultWith(body), 10).steps[0]?.happened
  return happened?.kind === 'exchange' ? happened.exchange.response : null
}

test.each([{ text: '0123456789' }, { base64: 'AAAAAAAA' }])('%j is kept whole', body => {
  expect(kept(body)).toMatchObject({ body, complete: true })
})

test.each([
  [{ text: '0123456789x' }, { text: '0123456789' }],
  [{ base64: 'AAAABBBBCCCC' }, { base64: 'AAAABBBB' }],
])('%j is cut, and says so', (body, expected) => {
  expect(kept(body)).toMatchObject({ body: expected, complete: false })
})

test('every answer of a parallel step is cut', () => {
  const [step] = resultWith({ text: '0123456789x' }).steps
  const exchanges = step?.happened?.kind === 'exchange' ? [step.happened.exchange, step.happened.exchange] : []
  const cut = { response: { body: { text: '0123456789' }, complete: false } }
  expect(keptOf({ kind: 'parallel', exchanges, finished: [0, 1], log: [] })).toMatchObject({ exchanges: [cut, cut] })
})

test('a message of a socket is cut', () => {
  const heard = { kind: 'socket', failure: null, log: [] } as const
  const long = { kind: 'message', data: { text: '0123456789x' } } as const
  expect(keptOf({ ...heard, event: long })).toMatchObject({ event: { data: { text: '0123456789' } } })
  const closed = { kind: 'closed', code: 1000, reason: '' } as const
  expect(keptOf({ ...heard, event: closed })).toEqual({ ...heard, event: closed })
})

test('the bodies of one result are kept up to twice the limit together', () => {
  const [step] = resultWith({ text: '0123456789' }).steps
  const exchange = step?.happened?.kind === 'exchange' ? step.happened.exchange : null
  const exchanges = exchange ? [exchange, exchange, exchange] : []
  const happened = keptOf({ kind: 'parallel', exchanges, finished: [0, 1, 2], log: [] })
  const bodies = happened?.kind === 'parallel' ? happened.exchanges.map(({ response }) => response?.body) : []
  expect(bodies).toEqual([{ text: '0123456789' }, { text: '0123456789' }, { text: '' }])
})

test('headers and chunks past the first two hundred are left out, and told', () => {
  const headers = Array.from({ length: 201 }, (_, index) => [`x-${index}`, 'a'.repeat(9_000)] as const)
  const chunks = Array.from({ length: 201 }, () => ({ at: 1, size: 1 }))
  const [step] = resultWith({ text: '' }).steps
  if (step?.happened?.kind !== 'exchange' || !step.happened.exchange.response) throw new Error('no answer')
  const { exchange } = step.happened
  const response = { ...exchange.response, status: 200, body: { text: '' }, complete: true, headers, chunks }
  const happened = keptOf({ kind: 'exchange', exchange: { ...exchange, response } })
  const kept = happened?.kind === 'exchange' ? happened.exchange.response : null
  expect(kept?.headers).toHaveLength(201)
  expect(kept?.headers[0]?.[1]).toHaveLength(8_192)
  expect(kept?.headers.at(-1)).toEqual(['(1 more headers)', ''])
  expect(kept?.chunks).toHaveLength(200)
})

test('a huge value that was found is left out, and whether it was as expected stays', () => {
  const [step] = resultOf(null).steps
  if (!step) throw new Error('no step')
  const expectation = { subject: { kind: 'body' }, predicate: { kind: 'equals', value: 'a' } } as const
  const found = (text: string) => ({ expectation, actual: { kind: 'value', value: text }, met: true }) as const
  const result = { ...resultOf(null), steps: [{ ...step, observations: [found('short'), found('a'.repeat(40_000))] }] }
  expect(keepResult(result, 10).steps[0]?.observations).toEqual([
    found('short'),
    { expectation, actual: { kind: 'unreadable', why: 'it is too large to be shown' }, met: true },
  ])
})

test('a step that was not performed stays as it is', () => {
  expect(keptOf(null)).toBeNull()
})
