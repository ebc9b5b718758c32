import { describe, expect, it } from 'vitest'
import { createTerminal } from './terminal.ts'

const open = (isTTY: boolean, env: NodeJS.ProcessEnv = {}) => {
  const written = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY,
    columns: 10,
    write: (text: string | Uint8Array) => {
      written[name] += text
      return true
    },
  })
  return { terminal: createTerminal({ stdout: stream('stdout'), stderr: stream('stderr'), env }), written }
}

describe('createTerminal', () => {
  it('keeps results and what is said on the way apart', () => {
    const { terminal, written } = open(false)
    terminal.print('a')
    terminal.tell('b')
    terminal.progress('c')
    expect(written).toEqual({ stdout: 'a\n', stderr: 'b\n' })
  })

  it('paints on a terminal, unless NO_COLOR is set to anything', () => {
    expect(open(true).terminal.paint('red', 'x')).toBe('\x1b[31mx\x1b[39m')
    expect(open(true, { NO_COLOR: '' }).terminal.paint('red', 'x')).not.toBe('x')
    expect(open(true, { NO_COLOR: '1' }).terminal.paint('red', 'x')).toBe('x')
    expect(open(false).terminal.paint('red', 'x')).toBe('x')
  })

  it('replaces progress by progress and takes it away before a line, cut to the width of the terminal', () => {
    const { terminal, written } = open(true)
    terminal.progress('0123456789')
    terminal.progress('b')
    terminal.tell('c')
    terminal.tell('d')
    expect(written.stderr).toBe('012345678\r\x1b[Kb\r\x1b[Kc\nd\n')
  })
})
