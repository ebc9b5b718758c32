import { describe, expect, test } from 'vitest'
import type { Json, JsonType } from './check.ts'
import { deepEqual, hasJsonType, isSubset, jsonTypeOf, nestingDepth } from './json.ts'

test.each<[Json, JsonType]>([
  [null, 'null'],
  [false, 'boolean'],
  [1, 'integer'],
  [-0, 'integer'],
  [1.5, 'number'],
  ['', 'string'],
  [[], 'array'],
  [{}, 'object'],
])('%j is of the narrowest type %s', (value, type) => {
  expect(jsonTypeOf(value)).toBe(type)
})

test('an integer is a number as well, a fraction is no integer', () => {
  expect(hasJsonType(1, 'number')).toBe(true)
  expect(hasJsonType(1.5, 'integer')).toBe(false)
})

describe('deep equality', () => {
  test.each<[Json, Json]>([
    [
      { a: 1, b: [2, { c: null }] },
      { b: [2, { c: null }], a: 1 },
    ],
    [[], []],
    ['ü', 'ü'],
  ])('%j equals %j', (one, other) => {
    expect(deepEqual(one, other)).toBe(true)
  })

  test.each<[Json, Json]>([
    [1, '1'],
    [0, false],
    [null, {}],
    [[], {}],
    [{}, []],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: 1 }, { toString: 1 }],
    [{}, { toString: {} }],
  ])('%j does not equal %j', (one, other) => {
    expect(deepEqual(one, other)).toBe(false)
  })

  test('a key that an object inherits is not its own', () => {
    expect(deepEqual({ x: 1 }, JSON.parse('{"__proto__":1}'))).toBe(false)
    expect(deepEqual(JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":1}'))).toBe(true)
  })
})

describe('subset', () => {
  test.each<[Json, Json]>([
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }],
    [[{ a: 1 }], [{ a: 1, b: 2 }]],
    [{}, { a: 1 }],
  ])('%j is in %j', (expected, actual) => {
    expect(isSubset(expected, actual)).toBe(true)
  })

  test.each<[Json, Json]>([
    [{ a: 1 }, { a: '1' }],
    [[1], [1, 2]],
    [{ a: null }, {}],
    [{ a: 1 }, [1]],
  ])('%j is not in %j', (expected, actual) => {
    expect(isSubset(expected, actual)).toBe(false)
  })
})

test.each([
  ['1', 0],
  ['{"a":[1],"b":{}}', 2],
  ['"[[["', 0],
  [String.raw`["\"[["]`, 1],
])('%s is nested %i deep', (text, depth) => {
  expect(nestingDepth(text)).toBe(depth)
})
