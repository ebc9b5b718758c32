import { expect, test } from 'vitest'
import type { Result } from '../check/result.ts'
import type { Body } from '../http/http.ts'
import { keepResult } from './keep.ts'

const resultWith = (body: Body): Result => {
  const response = { status: 200, headers: [], body, chunks: [], complete: true }
  const request = { method: 'GET', path: '/', headers: [] }
  const exchange = { request, response, failure: null, log: [], ms: 1 }
  const step = { outcome: 'passed', exchange, observations: [], advice: [] } as const
  return { check: 'a', outcome: 'passed', steps: [step], failure: null, notRun: null, log: [] }
}
const kept = (body: Body) => keepResult(resultWith(body), 10).steps[0]?.exchange?.response

test.each([{ text: '0123456789' }, { base64: 'AAAAAAAA' }])('%j is kept whole', body => {
  expect(kept(body)).toMatchObject({ body, complete: true })
})

test.each([
  [{ text: '0123456789x' }, { text: '0123456789' }],
  [{ base64: 'AAAABBBBCCCC' }, { base64: 'AAAABBBB' }],
])('%j is cut, and says so', (body, expected) => {
  expect(kept(body)).toMatchObject({ body: expected, complete: false })
})

test('a step that was not sent stays as it is', () => {
  const step = { outcome: 'not-run', exchange: null, observations: [], advice: [] } as const
  const result: Result = { ...resultWith({ text: '' }), steps: [step] }
  expect(keepResult(result, 10)).toEqual(result)
})
