import { expect, test } from 'vitest'
import { type Difference, differences } from './difference.ts'
import type { Json } from './expectation.ts'

test.each<[Json, Json, Difference[]]>([
  [{ a: 1 }, { a: 1 }, []],
  [1, '1', [{ kind: 'differs', path: '$', expected: 1, actual: '1' }]],
  [
    { a: [{ b: 1 }], c: 2 },
    { d: 3, a: [{ b: 2 }] },
    [
      { kind: 'differs', path: 'a[0].b', expected: 1, actual: 2 },
      { kind: 'missing', path: 'c', expected: 2 },
      { kind: 'extra', path: 'd', actual: 3 },
    ],
  ],
  [[1, 2], [1], [{ kind: 'length', path: '$', expected: 2, actual: 1 }]],
  [{ 'x y': [] }, { 'x y': {} }, [{ kind: 'differs', path: '["x y"]', expected: [], actual: {} }]],
])('%j beside %j', (expected, actual, found) => {
  expect([...differences(expected, actual, 'exact')]).toEqual(found)
})

test('as a subset, further keys are no difference, at any depth', () => {
  expect([...differences({ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 }, 'subset')]).toEqual([])
})

test('paths begin where the values were found', () => {
  expect([...differences([1], [2], 'exact', ['detail', 0])][0]?.path).toBe('detail[0][0]')
})
