import { describe, expect, it } from 'vitest'
import { readSeed } from './seed.ts'

describe('readSeed', () => {
  it.each([
    ['?seed=4711', 4711],
    ['?a=b&seed=1', 1],
    ['?seed=999999', 999_999],
  ])('%s names a seed', (query, seed) => {
    expect(readSeed(query)).toEqual({ seed, problem: null })
  })

  it.each(['', '?', '?seeds=1'])('%j names none, and there is nothing to say', query => {
    expect(readSeed(query)).toEqual({ seed: null, problem: null })
  })

  it.each(['0', '-1', '1.5', '1e3', '', 'abc', '0x10', '1000000', ' 1', '%F0', '<b>'])(
    'seed=%s cannot be used, which is said',
    named => {
      const { seed, problem } = readSeed(`?seed=${named}`)
      expect(seed).toBeNull()
      expect(problem).toMatch(/^could not use the seed ".*" of the address: because .*; other values are used$/)
    },
  )

  it('quotes no more of the address than fits into a line', () => {
    expect(readSeed(`?seed=${'9'.repeat(10_000)}`).problem?.length).toBeLessThan(200)
  })
})
