import { expect, test, vi } from 'vitest'
import { remember } from './remember.ts'

test('what was made once is not made again, what threw is tried again', () => {
  const make = vi.fn((text: string) => {
    if (text === 'bad') throw new Error('no')
    return [text]
  })
  const asked = remember(make)
  expect(asked('a')).toBe(asked('a'))
  expect(() => asked('bad')).toThrow('no')
  expect(() => asked('bad')).toThrow('no')
  expect(make.mock.calls.map(([text]) => text)).toEqual(['a', 'bad', 'bad'])
})

test('a stranger’s many texts do not fill the memory', () => {
  const make = vi.fn((text: string) => text)
  const asked = remember(make)
  for (let index = 0; index < 1_500; index += 1) asked(`text ${index}`)
  asked('text 0')
  asked('text 1499')
  expect(make).toHaveBeenCalledTimes(1_501)
})
