import { describe, expect, test } from 'vitest'
import { parseSetCookie, readCookie } from './cookie.ts'

const NOW = Date.parse('2024-06-01T00:00:00Z')
const attributes = (text: string) => parseSetCookie(text, NOW)?.attributes

describe('a Set-Cookie header', () => {
  test.each([
    ['a=b', { value: 'b', deleted: false }],
    [' a = b ; Path=/', { value: 'b', path: '/', deleted: false }],
    ['a="b"', { value: '"b"', deleted: false }],
    ['a=b=c', { value: 'b=c', deleted: false }],
    ['a=', { value: '', deleted: false }],
    [
      'a=b; Secure; HttpOnly; SameSite=Lax',
      { value: 'b', secure: true, 'http-only': true, 'same-site': 'lax', deleted: false },
    ],
    ['a=b; secure=no;HTTPONLY', { value: 'b', secure: true, 'http-only': true, deleted: false }],
    ['a=b; Domain=.Example.COM', { value: 'b', domain: 'example.com', deleted: false }],
    ['a=b; Domain=', { value: 'b', deleted: false }],
    ['a=b; Path=items', { value: 'b', deleted: false }],
    ['a=b; Path=/a; Path=/b', { value: 'b', path: '/b', deleted: false }],
    ['a=b; Max-Age=60', { value: 'b', 'max-age': 60, deleted: false }],
    ['a=b; Max-Age=0', { value: 'b', 'max-age': 0, deleted: true }],
    ['a=b; Max-Age=-1', { value: 'b', 'max-age': -1, deleted: true }],
    ['a=b; Max-Age=soon', { value: 'b', deleted: false }],
    ['a=b; Expires=Sat, 01 Jun 2024 00:00:01 GMT', { value: 'b', expires: '2024-06-01T00:00:01.000Z', deleted: false }],
    ['a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT', { value: 'b', expires: '1970-01-01T00:00:00.000Z', deleted: true }],
    ['a=b; Expires=never', { value: 'b', deleted: false }],
    [
      'a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60',
      { value: 'b', expires: '1970-01-01T00:00:00.000Z', 'max-age': 60, deleted: false },
    ],
    ['a=b; Priority=High; =x', { value: 'b', deleted: false }],
  ])('%j', (text, found) => {
    expect(attributes(text)).toEqual(found)
  })
  test.each(['', 'a', '=b', '; Path=/'])('%j sets no cookie', text => {
    expect(parseSetCookie(text, NOW)).toBeNull()
  })
})

test('a Max-Age of more digits than there are seconds stays a number that JSON can hold', () => {
  const maxAge = parseSetCookie(`a=b; Max-Age=${'9'.repeat(400)}`, 0)?.attributes['max-age']
  expect(JSON.parse(JSON.stringify([maxAge]))).toEqual([Number.MAX_VALUE])
})

describe('a cookie', () => {
  const headers = [
    ['Set-Cookie', 'a=1; Path=/'],
    ['set-cookie', 'b=2; Max-Age=60'],
    ['Set-Cookie', 'a=3; Secure'],
  ] as const
  test('is the last of its name', () => {
    expect(readCookie(headers, { kind: 'cookie', name: 'a' })).toEqual({ kind: 'value', value: '3' })
    expect(readCookie(headers, { kind: 'cookie', name: 'b', attribute: 'max-age' })).toEqual({
      kind: 'value',
      value: 60,
    })
  })
  test('that is not set is missing, and its attributes are unreadable', () => {
    expect(readCookie(headers, { kind: 'cookie', name: 'A' })).toEqual({ kind: 'missing' })
    expect(readCookie(headers, { kind: 'cookie', name: 'A', attribute: 'path' })).toMatchObject({ kind: 'unreadable' })
  })
  test('without an attribute shows the header that came', () => {
    expect(readCookie(headers, { kind: 'cookie', name: 'a', attribute: 'path' })).toEqual({
      kind: 'missing',
      nearest: { path: 'Set-Cookie', value: 'a=3; Secure' },
    })
  })
  test('is past by the clock of the server, where it tells the time', () => {
    const at = (date: string) =>
      readCookie(
        [
          ['date', date],
          ['set-cookie', 'a=1; Expires=Fri, 01 Jan 2010 00:00:00 GMT'],
        ],
        { kind: 'cookie', name: 'a', attribute: 'deleted' },
      )
    expect(at('Thu, 31 Dec 2009 00:00:00 GMT')).toEqual({ kind: 'value', value: false })
    expect(at('Sat, 02 Jan 2010 00:00:00 GMT')).toEqual({ kind: 'value', value: true })
    expect(at('no date')).toEqual({ kind: 'value', value: true })
  })
})
