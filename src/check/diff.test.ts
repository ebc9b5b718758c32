import { describe, expect, test } from 'vitest'
import { compareJson, type JsonComparison } from './diff.ts'
import type { Json } from './expectation.ts'
import type { Strictness } from './json.ts'

const SIGN = { same: ' ', differs: '~', missing: '-', extra: '+' }

/** Both sides in one text, for reading: `mark expected | actual`. */
const drawn = ({ expected, actual }: JsonComparison): string[] =>
  expected.map((line, index) => `${SIGN[line.mark]} ${line.text} | ${actual[index]?.text}`)

const draw = (expected: Json, actual: Json, strictness?: Strictness): string[] =>
  drawn(compareJson(expected, actual, strictness))

test('equal values are the same on every line, in the key order of the expected side', () => {
  expect(draw({ a: 1, b: [true, null], c: {}, d: [] }, { d: [], c: {}, b: [true, null], a: 1 })).toEqual([
    '  { | {',
    '    "a": 1, |   "a": 1,',
    '    "b": [ |   "b": [',
    '      true, |     true,',
    '      null |     null',
    '    ], |   ],',
    '    "c": {}, |   "c": {},',
    '    "d": [] |   "d": []',
    '  } | }',
  ])
})

test('a value that differs is marked on its line, also when only its type does', () => {
  expect(draw({ a: 1, b: 'x' }, { a: '1', b: 'x' })).toEqual([
    '  { | {',
    '~   "a": 1, |   "a": "1",',
    '    "b": "x" |   "b": "x"',
    '  } | }',
  ])
})

test('keys of one side only face an empty line, and each side has its own commas', () => {
  expect(draw({ a: 1, b: 2 }, { a: 1, 'c d': { e: 3 } })).toEqual([
    '  { | {',
    '    "a": 1, |   "a": 1,',
    '-   "b": 2 | ',
    '+  |   "c d": {',
    '+  |     "e": 3',
    '+  |   }',
    '  } | }',
  ])
})

test('as a subset, further keys are no difference, at any depth', () => {
  expect(draw({ a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }], d: 3 }, 'subset')).toEqual([
    '  { | {',
    '    "a": [ |   "a": [',
    '      { |     {',
    '        "b": 1 |       "b": 1,',
    '   |       "c": 2',
    '      } |     }',
    '    ] |   ],',
    '   |   "d": 3',
    '  } | }',
  ])
})

describe('arrays', () => {
  test('one item more at the beginning marks one item', () => {
    expect(draw([1, 2], [0, 1, 2])).toEqual(['  [ | [', '+  |   0,', '    1, |   1,', '    2 |   2', '  ] | ]'])
  })
  test('one item less in the middle marks one item', () => {
    expect(draw([1, 2, 3], [1, 3])).toEqual(['  [ | [', '    1, |   1,', '-   2, | ', '    3 |   3', '  ] | ]'])
  })
  test('of the same length are compared item by item', () => {
    expect(draw(['path', 'item_id'], ['query', 'item_id'])).toEqual([
      '  [ | [',
      '~   "path", |   "query",',
      '    "item_id" |   "item_id"',
      '  ] | ]',
    ])
  })
  test('all of whose items are extra', () => {
    expect(draw([], [1])).toEqual(['  [ | [', '+  |   1', '  ] | ]'])
  })
})

test.each<[Json, Json, string[]]>([
  [1, 2, ['~ 1 | 2']],
  [null, { a: 1 }, ['~ null | {', '+  |   "a": 1', '+  | }']],
  [[1], 'x', ['~ [ | "x"', '-   1 | ', '- ] | ']],
  [{}, [], ['~ {} | []']],
])('%j beside %j', (expected, actual, rows) => {
  expect(draw(expected, actual)).toEqual(rows)
})

describe('huge values', () => {
  const size = ({ expected, actual }: JsonComparison) =>
    [...expected, ...actual].reduce((sum, line) => sum + line.text.length, 0)
  test.each<[string, Json, Json]>([
    ['many items', [1], Array.from({ length: 1_000_000 }, (_, index) => index)],
    ['one long text', ['short'], ['x'.repeat(1_000_000)]],
    ['many keys', {}, Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key ${index}`, index]))],
    ['many of both', Array(100_000).fill('a'), Array(100_000).fill('b')],
  ])('%s are cut, and it is said', (_, expected, actual) => {
    const comparison = compareJson(expected, actual)
    expect(comparison.cut).toBe(true)
    expect(comparison.expected).toHaveLength(comparison.actual.length)
    expect(size(comparison)).toBeLessThan(100_000)
  })
  test('what is shown whole is not cut', () => {
    expect(compareJson([1], [2]).cut).toBe(false)
  })
  test('texts that differ past the cut are still marked', () => {
    const long = 'x'.repeat(100_000)
    expect(compareJson(`${long}a`, `${long}b`).expected[0]?.mark).toBe('differs')
  })
})
