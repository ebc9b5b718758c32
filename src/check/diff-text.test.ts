import { expect, test } from 'vitest'
import { compareText, type Segment } from './diff-text.ts'

/** Same parts as they are, differing parts in brackets. */
const drawn = (segments: readonly Segment[]): string =>
  segments.map(({ text, mark }) => (mark === 'same' ? text : `[${text}]`)).join('')

test.each([
  ['Item missing', 'Item missing', 'Item missing', 'Item missing'],
  ['Item 3 not found', 'Item 42 not found', 'Item [3] not found', 'Item [42] not found'],
  ['abc', 'abXc', 'abc', 'ab[X]c'],
  ['aa', 'aaa', 'aa', 'aa[a]'],
  ['abc', '', '[abc]', ''],
  ['x', 'y', '[x]', '[y]'],
  ['😀', '😁', '[😀]', '[😁]'],
  ['a😀z', 'a🀀z', 'a[😀]z', 'a[🀀]z'],
  ['\u{1F600}', '\u{1FA00}', '[\u{1F600}]', '[\u{1FA00}]'],
])('%j beside %j', (expected, actual, left, right) => {
  const comparison = compareText(expected, actual)
  expect(drawn(comparison.expected)).toBe(left)
  expect(drawn(comparison.actual)).toBe(right)
  expect(comparison.cut).toBe(false)
})

test('long texts are cut around what differs, and it is said', () => {
  const long = 'x'.repeat(1_000_000)
  const { expected, actual, cut } = compareText(`${long}a${long}`, `${long}b${long}`)
  expect(cut).toBe(true)
  expect(expected.map(({ text }) => text.length)).toEqual([10_001, 1, 10_001])
  expect(actual[1]).toEqual({ text: 'b', mark: 'differs' })
})
