import { describe, expect, it } from 'vitest'
import { get, header, status } from '../check/authoring.ts'
import type { Check } from '../check/check.ts'
import type { Exchange, HeaderList } from '../http/http.ts'
import { compareRecording } from './compare-recording.ts'

const CHECK: Check = {
  id: 'read',
  title: 'GET / answers',
  why: 'It is asked.',
  steps: [{ request: get('/'), expect: [status(422), header('x-a').absent()] }],
}

const JSON_TYPE: HeaderList = [['content-type', 'application/json']]

const exchange = (code: number, text: string, headers: HeaderList = JSON_TYPE): Exchange => ({
  request: get('/'),
  response: { status: code, headers, body: { text }, chunks: [], complete: true },
  failure: null,
  log: [],
  ms: 0,
})

const compare = (recorded: Exchange, answer: Exchange, ...allowed: string[]) =>
  compareRecording(
    [CHECK],
    { exercise: '01-x', versions: {}, checks: { read: [recorded] } },
    { read: [answer] },
    allowed.map(path => ({ path, reason: 'a reason' })),
  )

const RECORDED = exchange(422, '{"detail":[{"loc":["query"],"msg":"Field required","input":null}]}')

describe('compareRecording', () => {
  it('says nothing of equal answers, whatever the order of keys and the headers nobody named', () => {
    const answer = exchange(422, '{"detail":[{"input":null,"msg":"Field required","loc":["query"]}]}', [
      ['x-b', '1'],
      ['content-type', 'application/json; charset=utf-8'],
    ])
    expect(compare(RECORDED, answer)).toEqual([])
  })

  it('names status, media type, named headers and places in the body that differ', () => {
    const answer = exchange(400, '{"detail":[{"loc":["body"],"msg":"Field required","type":"missing"}]}', [
      ['content-type', 'text/plain'],
      ['X-A', '1'],
    ])
    expect(compare(RECORDED, answer)).toEqual([
      "read, step 1 (GET /): the status is 400, FastAPI's is 422",
      'read, step 1 (GET /): the media type is "text/plain", FastAPI\'s is "application/json"',
      'read, step 1 (GET /): the header x-a is "1", FastAPI\'s is missing',
      'read, step 1 (GET /): detail[0].loc[0] is "body", FastAPI\'s is "query"',
      "read, step 1 (GET /): detail[0].input is missing, FastAPI's is null",
      'read, step 1 (GET /): detail[0].type is "missing", FastAPI has none',
    ])
  })

  it('lets allowed places differ, be missing or be extra', () => {
    const answer = exchange(422, '{"detail":[{"loc":["query"],"msg":"A name, please","type":"missing"}]}')
    expect(compare(RECORDED, answer, 'detail[*].msg', 'detail[*].input', 'detail[*].type')).toEqual([])
  })

  it('refuses an allowed difference that nothing needed', () => {
    expect(compare(RECORDED, RECORDED, 'detail[*].msg')).toEqual([
      'detail[*].msg is listed as an allowed difference, but is equal everywhere',
    ])
  })

  it('refuses a body that is not JSON where FastAPI sent JSON, and one of another length', () => {
    expect(compare(RECORDED, exchange(422, 'no'))).toEqual([
      'read, step 1 (GET /): the body is unreadable (the body is not JSON: "no"), FastAPI\'s is JSON',
    ])
    expect(compare(RECORDED, exchange(422, '{"detail":[]}'))).toEqual([
      "read, step 1 (GET /): detail has 0 items, FastAPI's has 1",
    ])
  })

  it('refuses a step that was not recorded or not answered', () => {
    const recording = { exercise: '01-x', versions: {}, checks: {} }
    expect(compareRecording([CHECK], recording, { read: [RECORDED] }, [])).toEqual([
      "read, step 1 (GET /): FastAPI's answer is not recorded",
    ])
    expect(compare(RECORDED, { ...RECORDED, response: null })).toEqual(['read, step 1 (GET /): there is no answer'])
  })
})
