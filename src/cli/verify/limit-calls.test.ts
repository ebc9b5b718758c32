import { expect, test } from 'vitest'
import { limitCalls } from './limit-calls.ts'

test('so many calls go on at a time, in order, and one that fails makes room as well', async () => {
  const limited = limitCalls(2)
  const ends: ((error: Error | null) => void)[] = []
  const call = () => new Promise<void>((resolve, reject) => ends.push(error => (error ? reject(error) : resolve())))
  const calls = [1, 2, 3, 4].map(() => limited(call))
  expect(ends).toHaveLength(2)
  ends[1]?.(new Error('no'))
  await expect(calls[1]).rejects.toThrow('no')
  expect(ends).toHaveLength(3)
  ends[0]?.(null)
  await calls[0]
  expect(ends).toHaveLength(4)
})
