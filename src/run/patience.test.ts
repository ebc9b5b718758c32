import { expect, test } from 'vitest'
import { Patience } from './patience.ts'

test('the first wait is the whole limit, and one that was in vain halves the next, down to a tenth', () => {
  const patience = new Patience(1_000)
  const waits = Array.from({ length: 6 }, () => {
    const { ms } = patience
    patience.nothingCame()
    return ms
  })
  expect(waits).toEqual([1_000, 500, 250, 125, 100, 100])
})
