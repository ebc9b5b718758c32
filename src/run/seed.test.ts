import { expect, it } from 'vitest'
import { drawSeed, isSeed, LARGEST_SEED, parseSeed } from './seed.ts'

it('a seed that is drawn is one that can be typed again', () => {
  const drawn = Array.from({ length: 1_000 }, drawSeed)
  expect(drawn.map(seed => parseSeed(String(seed)))).toEqual(drawn)
  expect(new Set(drawn).size).toBeGreaterThan(500)
})

it.each(['', '0', '-1', '1.5', '1e3', '0x10', ' 1', 'abc', String(LARGEST_SEED + 1), '9'.repeat(400)])(
  '%j is no seed',
  text => {
    expect(parseSeed(text)).toBeNull()
  },
)

it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, LARGEST_SEED + 1])('%d is no seed', seed => {
  expect(isSeed(seed)).toBe(false)
})
