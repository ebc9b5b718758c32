import { describe, expect, test } from 'vitest'
import type { Body, HeaderList } from '../http/http.ts'
import { AuthoringError } from './authoring-error.ts'
import type { Subject } from './check.ts'
import { answer } from './exchange.fixture.ts'
import { read } from './subject.ts'

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
