import { describe, expect, test } from 'vitest'
import type { Json } from './expectation.ts'
import { formatPath, matchesPath, parsePath, readPath } from './json-path.ts'

const value: Json = { detail: [{ loc: ['path', 'item_id'] }], 'odd key': { 'a"b': 1 }, größe: null, 'x-y': 2 }

test.each<[string, Json]>([
  ['$', value],
  ['detail[0].loc', ['path', 'item_id']],
  ['$.detail[0].loc[1]', 'item_id'],
  ['["odd key"]["a\\"b"]', 1],
  ['$["odd key"]["a\\"b"]', 1],
  ['größe', null],
  ['x-y', 2],
])('%s is found', (path, found) => {
  expect(readPath(value, path)).toEqual({ kind: 'value', value: found })
})

test('a path may begin with an index', () => {
  expect(readPath([{ id: 7 }], '[0].id')).toEqual({ kind: 'value', value: 7 })
  expect(readPath([{ id: 7 }], '$[0].id')).toEqual({ kind: 'value', value: 7 })
})

test.each([
  ['detail[1].loc', 'detail', value.detail],
  ['detail[0].msg', 'detail[0]', { loc: ['path', 'item_id'] }],
  ['detail.loc', 'detail', value.detail],
  ['größe.a', 'größe', null],
  ['["odd key"][0]', '["odd key"]', { 'a"b': 1 }],
  ['name.first', '$', value],
  ['toString', '$', value],
  ['detail.length', 'detail', value.detail],
])('%s is missing, and %s is the nearest place that is there', (path, nearest, there) => {
  expect(readPath(value, path)).toEqual({ kind: 'missing', nearest: { path: nearest, value: there } })
})

describe('malformed paths', () => {
  test.each([
    '',
    ' ',
    '.a',
    'a.',
    'a..b',
    'a[',
    'a[]',
    'a[-1]',
    'a[01]',
    'a[x]',
    "a['b']",
    'a b',
    '$a',
    '[0]a',
    'a["b]',
    '["\\x"]',
    'detail[*].msg',
  ])('%j is an authoring error that quotes it', path => {
    expect(() => readPath(value, path)).toThrow(`could not read the JSON path ${JSON.stringify(path)}: because`)
  })
})

test.each(['$', 'detail[0].loc', '["odd key"][0]', 'a["b.c"].d', '[0].id', '["$"]', '[""]'])(
  '%s is written back as it was',
  path => {
    expect(formatPath(parsePath(path))).toBe(path)
  },
)

test.each([
  ['detail[0].msg', 'detail[*].msg', true],
  ['detail[12].msg', '$.detail[*]["msg"]', true],
  ['detail[0].msg', 'detail[0].msg', true],
  ['detail[0].msg', 'detail[1].msg', false],
  ['detail.msg', 'detail[*]', false],
  ['detail[0].msg.text', 'detail[*].msg', false],
  ['detail[0]', 'detail[*].msg', false],
  ['$', '$', true],
])('%s against the pattern %s: %s', (path, pattern, matches) => {
  expect(matchesPath(path, pattern)).toBe(matches)
})
