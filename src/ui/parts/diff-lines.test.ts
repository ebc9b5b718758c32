import { describe, expect, it } from 'vitest'
import { type DiffLine, diffLines } from './diff-lines.ts'

const SIGNS: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', removed: '-', added: '+' }
const show = (before: string, after: string) =>
  diffLines([...before], [...after])
    .map(({ kind, text }) => SIGNS[kind] + text)
    .join('')

describe('diffLines', () => {
  it('keeps what both have', () => {
    expect(show('abc', 'abc')).toBe(' a b c')
    expect(show('', '')).toBe('')
  })

  it('marks what was added and removed where it was', () => {
    expect(show('abc', 'axc')).toBe(' a-b+x c')
    expect(show('abcd', 'acbd')).toHaveLength(10)
    expect(show('', 'ab')).toBe('+a+b')
    expect(show('ab', '')).toBe('-a-b')
    expect(show('aa', 'aaa')).toBe(' a a+a')
  })

  it('gives both texts back', () => {
    const before = [...'the quick brown fox']
    const after = [...'a quicker brown dog']
    const lines = diffLines(before, after)
    const without = (kind: DiffLine['kind']) => lines.filter(line => line.kind !== kind).map(line => line.text)
    expect(without('added')).toEqual(before)
    expect(without('removed')).toEqual(after)
  })
})
