import { describe, expect, test } from 'vitest'
import type { Body, HeaderList } from '../http/http.ts'
import { get, send } from './authoring.ts'
import { AuthoringError } from './authoring-error.ts'
import { answer, DONE, exchange, exchanged, heard } from './exchange.fixture.ts'
import type { Subject } from './expectation.ts'
import type { Happened } from './result.ts'
import { readResponse as read, read as readStep, seenAt } from './subject.ts'

const JSON_TYPE: HeaderList = [['Content-Type', 'application/json']]
const ofBody = (body: Body, subject: Subject = { kind: 'json', path: '$' }) => read(subject, { ...answer(200), body })

test('status is a number', () => {
  expect(read({ kind: 'status' }, answer(201))).toEqual({ kind: 'value', value: 201 })
})

describe('a header', () => {
  const response = answer(200, '', [
    ['X-Error', 'Item Missing'],
    ['set-cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
    ['x-empty', ''],
  ])
  test('with one value is that text, whatever the case of its name', () => {
    expect(read({ kind: 'header', name: 'x-eRROR' }, response)).toEqual({ kind: 'value', value: 'Item Missing' })
  })
  test('with several values is all of them in order', () => {
    expect(read({ kind: 'header', name: 'Set-Cookie' }, response)).toEqual({ kind: 'value', value: ['a=1', 'b=2'] })
  })
  test('with an empty value is there', () => {
    expect(read({ kind: 'header', name: 'X-Empty' }, response)).toEqual({ kind: 'value', value: '' })
  })
  test('that was not sent is missing', () => {
    expect(read({ kind: 'header', name: 'X-Err' }, response)).toEqual({ kind: 'missing' })
  })
})

describe('the media type', () => {
  const mediaType = (...values: string[]) =>
    read(
      { kind: 'media-type' },
      answer(
        200,
        '',
        values.map(value => ['content-type', value]),
      ),
    )
  test('is without parameters and in lower case', () => {
    expect(mediaType('Application/JSON ; charset=UTF-8')).toEqual({ kind: 'value', value: 'application/json' })
  })
  test('is missing without the header', () => {
    expect(mediaType()).toEqual({ kind: 'missing' })
  })
  test('of two headers is unreadable', () => {
    expect(mediaType('text/html', 'text/plain')).toMatchObject({ kind: 'unreadable' })
  })
})

describe('the body', () => {
  test('is its text, also when empty', () => {
    expect(ofBody({ text: '' }, { kind: 'body' })).toEqual({ kind: 'value', value: '' })
  })
  test('in bytes that are not UTF-8 is unreadable as text and as JSON', () => {
    const why = 'the body is not text: its bytes are not valid UTF-8'
    expect(ofBody({ base64: '/w==' }, { kind: 'body' })).toEqual({ kind: 'unreadable', why })
    expect(ofBody({ base64: '/w==' })).toEqual({ kind: 'unreadable', why })
  })
  test('that was cut off is unreadable, though what arrived reads well', () => {
    const response = { ...answer(200, '[1]', JSON_TYPE), complete: false }
    expect(read({ kind: 'body' }, response)).toMatchObject({ kind: 'unreadable' })
    expect(read({ kind: 'json', path: '$' }, response)).toMatchObject({ kind: 'unreadable' })
    expect(read({ kind: 'status' }, response)).toEqual({ kind: 'value', value: 200 })
  })
})

describe('JSON', () => {
  test('is read whatever the content type says', () => {
    expect(read({ kind: 'json', path: 'a[0]' }, answer(200, '{"a":[null]}'))).toEqual({ kind: 'value', value: null })
  })
  test.each([
    ['', 'the body is empty'],
    ['{"a":1,}', String.raw`the body is not JSON: "{\"a\":1,}"`],
    [`<p>${'x'.repeat(100)}`, `the body is not JSON: it begins with "<p>${'x'.repeat(57)}"`],
    ['['.repeat(501) + ']'.repeat(501), 'the body is nested more than 500 levels deep'],
  ])('%j is unreadable', (text, why) => {
    expect(ofBody({ text })).toEqual({ kind: 'unreadable', why })
  })
  test('is parsed once an answer: two expectations look at the same value', () => {
    const response = answer(200, '{"a":{}}')
    const [one, other] = [read({ kind: 'json', path: 'a' }, response), read({ kind: 'json', path: 'a' }, response)]
    expect(one.kind === 'value' && other.kind === 'value' && one.value === other.value).toBe(true)
  })
  test('with a malformed path is an authoring error, even where there is no JSON', () => {
    expect(() => ofBody({ text: 'oops' }, { kind: 'json', path: 'a..b' })).toThrow(AuthoringError)
  })
})

describe('chunks', () => {
  const chunked = (text: string, ...sizes: number[]) => ({
    ...answer(200, text),
    chunks: sizes.map((size, index) => ({ at: index, size })),
  })
  test('are cut by their sizes, and a character that is cut belongs to the second', () => {
    expect(read({ kind: 'chunks' }, chunked('aéb', 2, 2))).toEqual({ kind: 'value', value: ['a', 'éb'] })
  })
  test('tell whether the body was streamed', () => {
    const streamed = (...at: number[]) =>
      read({ kind: 'streamed' }, { ...answer(200, 'ab'), chunks: at.map(at => ({ at, size: 1 })) })
    expect(streamed(1, 1, 2)).toEqual({ kind: 'value', value: true })
    expect(streamed(1, 1)).toEqual({ kind: 'value', value: false })
    expect(streamed(1)).toEqual({ kind: 'value', value: false })
    expect(streamed()).toEqual({ kind: 'value', value: false })
  })
})

test('console lines are those of one level when it is given', () => {
  const log = [
    { level: 'log', text: 'a' },
    { level: 'error', text: 'b' },
  ] as const
  const seen = { happened: exchanged(exchange(answer(200), { log })), source: null }
  expect(readStep({ kind: 'log' }, seen)).toEqual({ kind: 'value', value: ['a', 'b'] })
  expect(readStep({ kind: 'log', level: 'error' }, seen)).toEqual({ kind: 'value', value: ['b'] })
})

describe('a client that went away', () => {
  const step = (more: Parameters<typeof send>[2]) => send(get('/'), [], more)
  const cutOff = exchanged(exchange({ ...answer(200, 'a'), complete: false }))
  test('read the whole of what it read', () => {
    const seen = seenAt(step({ abort: { chunks: 1 } }), cutOff, null)
    expect(readStep({ kind: 'body' }, seen)).toEqual({ kind: 'value', value: 'a' })
  })
  test('is not to be mistaken for a body that broke off', () => {
    expect(readStep({ kind: 'body' }, seenAt(step({}), cutOff, null))).toMatchObject({ kind: 'unreadable' })
  })
})

describe('what a step cannot have is an authoring error', () => {
  const there = { kind: 'value', value: 'a' } as const
  test.each<[string, Happened, Subject['kind'][]]>([
    ['an answer', exchanged(exchange(answer(200))), ['statuses', 'finished', 'message', 'close-code']],
    ['a message', heard({ kind: 'message', data: { text: 'a' } }), ['status', 'body', 'statuses']],
    ['a stop', DONE, ['status', 'message', 'finished']],
    ['several answers', { kind: 'parallel', exchanges: [], finished: [], log: [] }, ['status', 'message-type']],
  ])('%s', (_, happened, kinds) => {
    for (const kind of kinds) {
      expect(() => readStep({ kind } as Subject, { happened, source: null }), kind).toThrow(AuthoringError)
    }
    expect(readStep({ kind: 'source', path: 'a.ts' }, { happened, source: { 'a.ts': 'a' } })).toEqual(there)
  })
  test('and so is what one answer alone cannot tell', () => {
    expect(() => read({ kind: 'log' }, answer(200))).toThrow('a step of this kind has none')
  })
})
