import { describe, expect, it } from 'vitest'
import { ConsoleLines } from './console-lines.ts'

describe('ConsoleLines', () => {
  it('makes lines of pieces, each level by itself, and hands them out once', async () => {
    const lines = new ConsoleLines({ lines: 10, size: 100 })
    lines.write('log', 'on')
    lines.write('error', 'other\r\n')
    lines.write('log', 'e\ntwo')
    expect(await lines.take()).toEqual([
      { level: 'error', text: 'other' },
      { level: 'log', text: 'one' },
      { level: 'log', text: 'two' },
    ])
    expect(await lines.take()).toEqual([])
  })

  it('cuts long lines, and counts the lines that are too many', async () => {
    const lines = new ConsoleLines({ lines: 2, size: 3 })
    lines.write('log', 'abcdef\n1\n2\n3\n')
    expect((await lines.take()).map(({ text }) => text)).toEqual(['abc', '1', '(2 more lines are not kept)'])
  })
})
