import { describe, expect, it } from 'vitest'
import { indentAfter, lineNumbers, offsetOf } from './text.ts'

describe('offsetOf', () => {
  const text = 'ab\ncde\n'
  it('counts lines and columns from 1', () => {
    expect(offsetOf(text, 1, 1)).toBe(0)
    expect(offsetOf(text, 2, 2)).toBe(4)
  })

  it('stays on the line and in the text', () => {
    expect(offsetOf(text, 1, 99)).toBe(2)
    expect(offsetOf(text, 99, 99)).toBe(text.length)
  })
})

describe('indentAfter', () => {
  it('keeps the indentation of the line', () => {
    expect(indentAfter('if (a) {\n    b()')).toBe('    ')
  })

  it('goes deeper after an open bracket', () => {
    expect(indentAfter('  if (a) {')).toBe('    ')
    expect(indentAfter('f(')).toBe('  ')
    expect(indentAfter('f()')).toBe('')
  })
})

describe('lineNumbers', () => {
  it('numbers the empty last line too', () => {
    expect(lineNumbers('a\nb\n')).toBe('1\n2\n3')
    expect(lineNumbers('')).toBe('1')
  })
})
