import { describe, expect, it } from 'vitest'
import { numberOf } from './exercise-id.ts'
import { PATH, stagesOf } from './path.ts'

const idsOf = (ids: readonly string[]) => stagesOf(ids, id => id).map(({ title, exercises }) => [title, ...exercises])

describe('stagesOf', () => {
  it('puts exercises into the order of the path, passes over what is not there yet, and leaves empty stages out', () => {
    expect(idsOf(['03-a', '04-b', '08-c', '11-d', '18-e', '37-f'])).toEqual([
      ['Requests and answers', '03-a', '04-b', '08-c', '37-f'],
      ['Structure', '11-d'],
      ['Proof', '18-e'],
    ])
  })

  it('puts what is not on the path at the end', () => {
    expect(idsOf(['01-z', '08-c', '99-y'])).toEqual([
      ['Requests and answers', '08-c'],
      ['Beyond the path', '01-z', '99-y'],
    ])
    expect(idsOf([])).toEqual([])
  })
})

it('the path names each question once', () => {
  const numbers = PATH.flatMap(stage => stage.numbers)
  expect(numbers).toEqual([...new Set(numbers)])
  expect(numbers.every(number => number >= 1 && number <= 38)).toBe(true)
  expect(numberOf('08-status-codes')).toBe(8)
})
