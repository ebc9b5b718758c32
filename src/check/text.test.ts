import { expect, test } from 'vitest'
import { characterCount, cutText, plural } from './text.ts'

test('a text is cut between characters, never through one', () => {
  expect(cutText('ab😀c', 3)).toBe('ab')
  expect(cutText('ab😀c', 4)).toBe('ab😀')
  expect(cutText('abc', 3)).toBe('abc')
})

test('characters are code points', () => {
  expect(characterCount('😀ü')).toBe(2)
})

test('a count has its noun in the right number and its thousands apart', () => {
  expect([plural(0, 'key'), plural(1, 'key'), plural(12_345, 'key')]).toEqual(['0 keys', '1 key', '12,345 keys'])
})
