import { describe, expect, test } from 'vitest'
import type { Json, JsonType } from './expectation.ts'
import { compareItems, deepEqual, hasJsonType, isSubset, jsonTypeOf, nestingDepth } from './json.ts'

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

describe('items in any order', () => {
  test('are told apart by type and depth, not by the order of keys, and count as often as they are there', () => {
    const actual = [{ b: [1], a: 2 }, 1, 'x', 'x']
    expect(compareItems(actual, [1, 'x', { a: 2, b: [1] }, 'x'])).toEqual({ missing: [], extra: [] })
    expect(compareItems(actual, ['1', 'x', 'y', 'x', 'x'])).toEqual({
      missing: ['1', 'y', 'x'],
      extra: [{ b: [1], a: 2 }, 1],
    })
    expect(compareItems([JSON.parse('{"__proto__":1}')], [{}])).toEqual({
      missing: [{}],
      extra: [JSON.parse('{"__proto__":1}')],
    })
    expect(compareItems([-0], [0])).toEqual({ missing: [], extra: [] })
  })

  test('are compared within a judge’s time, however many there are', () => {
    const items = Array.from({ length: 500_000 }, (_, index) => index)
    expect(compareItems(items, items.slice(0, 20_000).reverse()).extra).toHaveLength(480_000)
    expect(compareItems(items.slice(0, 50_000), items.slice(0, 50_000).reverse()).missing).toEqual([])
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
