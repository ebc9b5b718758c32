import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DelayLine } from './delay-line.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = () => {
  const arrived: string[] = []
  return { arrived, line: new DelayLine<string>(item => arrived.push(item)) }
}

test('delivers at once what is not delayed', () => {
  const { arrived, line } = open()
  line.send('a', 0)
  expect(arrived).toEqual(['a'])
})

test('delivers each as much later as it was asked to, not after the others', () => {
  const { arrived, line } = open()
  line.send('a', 50)
  vi.advanceTimersByTime(20)
  line.send('b', 50)
  vi.advanceTimersByTime(29)
  expect(arrived).toEqual([])
  vi.advanceTimersByTime(2)
  expect(arrived).toEqual(['a'])
  vi.advanceTimersByTime(20)
  expect(arrived).toEqual(['a', 'b'])
})

test('keeps the order when the delay becomes shorter', () => {
  const { arrived, line } = open()
  line.send('a', 50)
  line.send('b', 0)
  line.send('c', 10)
  expect(arrived).toEqual([])
  vi.advanceTimersByTime(51)
  expect(arrived).toEqual(['a', 'b', 'c'])
})

test('loses what is on the way when it is cut', () => {
  const { arrived, line } = open()
  line.send('a', 50)
  line.cut()
  vi.advanceTimersByTime(100)
  expect(arrived).toEqual([])
})
