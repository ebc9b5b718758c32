import { expect, test } from 'vitest'
import { LogBuffer } from './log-buffer.ts'

const line = (text: string) => ({ level: 'log', text }) as const

test('lines are given once, in order', () => {
  const buffer = new LogBuffer({ logLines: 10, logSize: 100 })
  buffer.add([line('a')])
  buffer.add([line('b')])
  expect(buffer.take()).toEqual([line('a'), line('b')])
  expect(buffer.take()).toEqual([])
})

test.each([
  ['lines', { logLines: 3, logSize: 1000 }, 'a'],
  ['characters', { logLines: 1000, logSize: 30 }, 'a'.repeat(10)],
])('past the limit of %s, lines are dropped for good and said to be', (_, limits, text) => {
  const buffer = new LogBuffer(limits)
  for (let i = 0; i < 10; i++) buffer.add([line(text)])
  const kept = buffer.take()
  expect(kept.slice(0, 3)).toEqual([line(text), line(text), line(text)])
  expect(kept.slice(3)).toEqual([{ level: 'warn', text: expect.stringContaining('are not kept') }])
  buffer.add([line(text)])
  expect(buffer.take()).toEqual([])
})
