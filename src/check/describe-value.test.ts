import { expect, test } from 'vitest'
import { valueText } from './describe-value.ts'
import type { Json } from './expectation.ts'

test.each<[Json]>([
  [null],
  [1.5],
  ['a "quoted"\ntext'],
  [[]],
  [{}],
  [[1, [2, { a: null }]]],
  [{ 'odd key': { b: [] } }],
])('%j is shown as compact JSON', value => {
  expect(valueText(value)).toBe(JSON.stringify(value))
})

test.each<[Json, string]>([
  ['x'.repeat(2_000), '"xxxxxxxxxx…" (2,000 characters in all)'],
  [Array(300).fill(1), '[1,1,1,1,1… (300 items in all)'],
  [{ a: 'x'.repeat(99) }, '{"a":"xxxx… (1 key in all)'],
  ['123456789😀', '"123456789…" (10 characters in all)'],
])('a long value is cut, and it is said how much there is', (value, text) => {
  expect(valueText(value, 10)).toBe(text)
})

test('a value of exactly the limit is not cut', () => {
  expect(valueText('12345678', 10)).toBe('"12345678"')
  expect(valueText([1, 2, 3, 4], 9)).toBe('[1,2,3,4]')
})

test('what is past the cut is never looked at', () => {
  const trap: Json = {
    first: 'x'.repeat(50),
    get second(): Json {
      throw new Error('looked at')
    },
  }
  expect(valueText(trap, 10)).toBe('{"first":"… (2 keys in all)')
})
