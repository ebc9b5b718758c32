import { describe, expect, it } from 'vitest'
import {
  ask,
  cookie,
  get,
  header,
  headerItems,
  hear,
  message,
  open,
  send,
  status,
  together,
} from '../check/authoring.ts'
import type { Check, Step } from '../check/check.ts'
import { answer, exchange } from '../check/exchange.fixture.ts'
import type { Happened } from '../check/result.ts'
import type { HeaderList, SocketEvent } from '../http/http.ts'
import { compareRecording } from './compare-recording.ts'

const JSON_TYPE: HeaderList = [['content-type', 'application/json']]

const answered = (code: number, text: string, headers: HeaderList = JSON_TYPE): Happened => ({
  kind: 'exchange',
  exchange: exchange(answer(code, text, headers)),
})
const unanswered: Happened = { kind: 'exchange', exchange: exchange(null) }
const heard = (event: SocketEvent | null): Happened => ({ kind: 'socket', event, failure: null, log: [] })
const text = (content: string): Happened => heard({ kind: 'message', data: { text: content } })

const comparing =
  (...steps: Step[]) =>
  (recorded: readonly Happened[], happened: readonly (Happened | null)[], ...allowed: string[]) =>
    compareRecording(
      [{ id: 'read', title: 'It answers', why: 'It is asked.', steps } satisfies Check],
      { exercise: '01-x', versions: {}, checks: { read: { values: {}, happened: recorded } } },
      { read: happened },
      allowed.map(path => ({ path, reason: 'a reason' })),
    )

const one = comparing(send(get('/'), [status(422), header('x-a').absent()]))
const compare = (recorded: Happened, happened: Happened, ...allowed: string[]) =>
  one([recorded], [happened], ...allowed)

const RECORDED = answered(422, '{"detail":[{"loc":["query"],"msg":"Field required","input":null}]}')

describe('an answer', () => {
  it('that is equal needs no word, whatever the order of keys and the headers nobody named', () => {
    const now = answered(422, '{"detail":[{"input":null,"msg":"Field required","loc":["query"]}]}', [
      ['x-b', '1'],
      ['content-type', 'application/json; charset=utf-8'],
    ])
    expect(compare(RECORDED, now)).toEqual([])
  })

  it('has the same list in a header that is read as a list, however it is written, and no other', () => {
    const vary = (value: string) => [answered(200, '', [['vary', value]])]
    const listed = comparing(send(get('/'), [headerItems('Vary').exists()]))
    expect(listed(vary('Origin, Accept'), vary('origin,Accept'))).toEqual([])
    expect(listed(vary('Origin, Accept'), vary('Origin'))).toEqual([
      'read, step 1 (GET /): the header vary is ["origin"], FastAPI\'s is ["origin","accept"]',
    ])
    expect(comparing(send(get('/'), [header('Vary').exists()]))(vary('a, b'), vary('a,b'))).toHaveLength(1)
  })

  it('has the same in the cookies and the attributes of cookies that the check names, and in no others', () => {
    const sets = (...cookies: string[]) => [
      answered(
        200,
        '',
        cookies.map(text => ['set-cookie', text]),
      ),
    ]
    const named = comparing(send(get('/'), [cookie('a').exists(), cookie('b', 'max-age').exists()]))
    expect(named(sets('a=1; Path=/', 'b=2; Max-Age=60'), sets('b=3; Secure; Max-Age=60', 'a=1', 'c=4'))).toEqual([])
    expect(named(sets('a=1', 'b=2; Max-Age=60'), sets('b=2; Max-Age=9'))).toEqual([
      'read, step 1 (GET /): the cookie a is missing, FastAPI\'s is "1"',
      "read, step 1 (GET /): the cookie b max-age is 9, FastAPI's is 60",
    ])
  })

  it('may differ in status, media type, named headers and places in the body, and each is named', () => {
    const now = answered(400, '{"detail":[{"loc":["body"],"msg":"Field required","type":"missing"}]}', [
      ['content-type', 'text/plain'],
      ['X-A', '1'],
    ])
    expect(compare(RECORDED, now)).toEqual([
      "read, step 1 (GET /): the status is 400, FastAPI's is 422",
      'read, step 1 (GET /): the media type is "text/plain", FastAPI\'s is "application/json"',
      'read, step 1 (GET /): the header x-a is "1", FastAPI\'s is missing',
      'read, step 1 (GET /): detail[0].loc[0] is "body", FastAPI\'s is "query"',
      "read, step 1 (GET /): detail[0].input is missing, FastAPI's is null",
      'read, step 1 (GET /): detail[0].type is "missing", FastAPI has none',
    ])
  })

  it('may differ, lack or have more in places that are allowed', () => {
    const now = answered(422, '{"detail":[{"loc":["query"],"msg":"A name, please","type":"missing"}]}')
    expect(compare(RECORDED, now, 'detail[*].msg', 'detail[*].input', 'detail[*].type')).toEqual([])
  })

  it('must be JSON where FastAPI sent JSON, and lists must be as long', () => {
    expect(compare(RECORDED, answered(422, 'no'))).toEqual([
      'read, step 1 (GET /): the body is unreadable (the body is not JSON: "no"), FastAPI\'s is JSON',
    ])
    expect(compare(RECORDED, answered(422, '{"detail":[]}'))).toEqual([
      "read, step 1 (GET /): detail has 0 items, FastAPI's has 1",
    ])
  })

  it('is asked for where one was recorded, and only there', () => {
    expect(one([], [RECORDED])).toEqual(["read, step 1 (GET /): FastAPI's answer is not recorded"])
    expect(one([RECORDED], [null])).toEqual(['read, step 1 (GET /): there is no answer'])
    expect(compare(RECORDED, unanswered)).toEqual(['read, step 1 (GET /): there is no answer'])
    expect(compare(unanswered, RECORDED)).toEqual(["read, step 1 (GET /): FastAPI's answer is not recorded"])
    expect(compare(unanswered, unanswered)).toEqual([])
  })
})

it('an allowed difference that nothing needed is refused', () => {
  expect(compare(RECORDED, RECORDED, 'detail[*].msg')).toEqual([
    'detail[*].msg is listed as an allowed difference, but is equal everywhere',
  ])
})

describe('a part of the answer that is listed as a subject', () => {
  const preflight = answered(200, '"OK"', [['x-a', '1']])
  const empty = answered(204, '', [])
  const allow = (...subjects: string[]) =>
    compareRecording(
      [{ id: 'read', title: 'It answers', why: 'It is asked.', steps: [send(get('/'), [header('X-A').exists()])] }],
      { exercise: '01-x', versions: {}, checks: { read: { values: {}, happened: [preflight] } } },
      { read: [empty] },
      subjects.map(subject => ({ subject, checks: ['read'], reason: 'a reason' })),
    )
  it('may be a cookie, or an attribute of one', () => {
    const compareAllowing = (...subjects: string[]) =>
      compareRecording(
        [
          {
            id: 'read',
            title: 'It answers',
            why: 'It is asked.',
            steps: [send(get('/'), [cookie('a', 'path').exists()])],
          },
        ],
        {
          exercise: '01-x',
          versions: {},
          checks: { read: { values: {}, happened: [answered(200, '', [['set-cookie', 'a=1; Path=/']])] } },
        },
        { read: [answered(200, '', [['set-cookie', 'a=1']])] },
        subjects.map(subject => ({ subject, checks: ['read'], reason: 'a reason' })),
      )
    expect(compareAllowing('cookie a path')).toEqual([])
    expect(compareAllowing('cookie a')).toHaveLength(2)
  })
  it('may differ in the checks that are named, and each is needed', () => {
    expect(allow('status', 'header x-a', 'body')).toEqual([])
    expect(allow('status', 'header x-a', 'body', 'media-type')).toEqual([
      'media-type is listed as an allowed difference, but is equal everywhere',
    ])
    expect(allow('header x-a', 'body')).toEqual([expect.stringContaining('the status is 204')])
  })
})

it('a check that FastAPI does not pass is not compared', () => {
  const steps = [send(get('/'), [status(413)])]
  const check: Check = {
    id: 'read',
    title: 'It answers',
    why: 'It is asked.',
    unlikeFastapi: 'It has no limit.',
    steps,
  }
  const recording = { exercise: '01-x', versions: {}, checks: { read: { values: {}, happened: [RECORDED] } } }
  expect(compareRecording([check], recording, { read: [answered(413, '')] }, [])).toEqual([])
})

describe('a parallel step', () => {
  const compareTogether = comparing(together([ask(get('/a')), ask(get('/b'), [header('x-b').exists()])]))
  const parallel = (finished: number[], ...answers: [number, HeaderList][]): Happened => ({
    kind: 'parallel',
    exchanges: answers.map(([code, headers]) => exchange(answer(code, '', headers))),
    finished,
    log: [],
  })
  it('is compared request by request, whatever the order of its answers', () => {
    const recorded = parallel([0, 1], [200, []], [201, [['x-b', '1']]])
    expect(compareTogether([recorded], [parallel([1, 0], [200, []], [201, [['x-b', '1']]])])).toEqual([])
    expect(compareTogether([recorded], [parallel([0, 1], [200, [['x-b', '9']]], [404, [['x-b', '2']]])])).toEqual([
      "read, step 1 (2 requests at once): request 2 (GET /): the status is 404, FastAPI's is 201",
      'read, step 1 (2 requests at once): request 2 (GET /): the header x-b is "2", FastAPI\'s is "1"',
    ])
  })
})

describe('a socket', () => {
  const compareSocket = comparing(open('chat', '/ws'), hear('chat', [message().hasType('string')]))
  const opened = answered(101, '', [])
  it('is compared by its handshake, and by what is heard on it', () => {
    expect(compareSocket([opened, text('hi')], [answered(403, '', []), text('Hi')])).toEqual([
      'read, step 1 (open the WebSocket /ws as "chat"): the status is 403, FastAPI\'s is 101',
      'read, step 2 (wait for a message on "chat"): the message is "Hi", FastAPI\'s is "hi"',
    ])
  })
  it('whose messages are JSON is compared by places, some of which may be allowed to differ', () => {
    const recorded = [opened, text('{"id":1,"text":"a"}')]
    expect(compareSocket(recorded, [opened, text('{"text":"a","id":2}')], 'id')).toEqual([])
    expect(compareSocket(recorded, [opened, text('{"text":"b","id":1}')])).toEqual([
      'read, step 2 (wait for a message on "chat"): text is "b", FastAPI\'s is "a"',
    ])
  })
  it('that closes is compared by code and reason', () => {
    const closed = (code: number, reason: string) => heard({ kind: 'closed', code, reason })
    expect(compareSocket([opened, closed(1000, '')], [opened, closed(1000, '')])).toEqual([])
    expect(compareSocket([opened, closed(1000, '')], [opened, closed(1008, 'no')])).toEqual([
      expect.stringContaining("the close code is 1008, FastAPI's is 1000"),
      expect.stringContaining('the close reason is "no", FastAPI\'s is ""'),
    ])
  })
})
