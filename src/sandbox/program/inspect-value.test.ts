import { format } from 'node:util'
import { describe, expect, it } from 'vitest'
import { clip, formatArguments, inspectValue } from './inspect-value.ts'

describe('formatArguments', () => {
  it('writes what Node writes', () => {
    const calls: unknown[][] = [
      ['%s has %d items', 'list', 3, { more: true }],
      [{ a: [1, { b: new Map([[1, new Set(['x'])]]) }] }, 'text', 0, -0, 1n],
      [],
      ['%o', [1]],
      ['%j', { a: 1 }],
      [new Error('message only').message, Symbol('s')],
    ]
    for (const args of calls) expect(formatArguments(args)).toBe(format(...args))
  })

  it('counts the characters and arguments it leaves out', () => {
    expect(formatArguments(['x'.repeat(8_005)])).toBe(`${'x'.repeat(8_000)}… 5 more characters`)
    expect(formatArguments(Array.from({ length: 150 }, () => 1))).toMatch(/ 1 1 … 50 more arguments$/)
  })

  it('shows the head of an object with many properties, and says how many there are', () => {
    const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${index}`, { index }]))
    const text = formatArguments([wide])
    expect(text).toContain('key0: [Object]')
    expect(text).toMatch(/\(100 of 20000 properties\)$/)
  })

  it('writes what Node writes of a list of a thousand records', () => {
    const records = Array.from({ length: 1_000 }, (_, id) => ({ id, name: 'x', tags: ['a', 'b'] }))
    expect(formatArguments([records])).toBe(clip(format(records), 8_000))
  })

  it('shows the head of long collections', () => {
    const items = Array.from({ length: 20_000 }, (_, index) => index)
    expect(formatArguments([items])).toMatch(/\(100 of 20000 items\)$/)
    expect(formatArguments([new Set(items)])).toMatch(/^Set\(100\).*\(100 of 20000 items\)$/s)
    expect(formatArguments([new Map(items.map(item => [item, item]))])).toMatch(
      /^Map\(100\).*\(100 of 20000 entries\)$/s,
    )
    expect(formatArguments([new Uint8Array(20_000)])).toBe('[Uint8Array of 20000 bytes]')
    expect(formatArguments([2n ** 10_000n])).toBe('[BigInt of more than 4096 bits]')
  })

  it('leaves out frames that are not in a file of the program', () => {
    const error = new Error('no')
    error.stack = 'Error: no\n    at handler (app.ts:1:2)\n    at dispatch (blob:null/1-2:3:4)\n    at app.ts:5:6'
    expect(formatArguments([error])).toBe('Error: no\n    at handler (app.ts:1:2)\n    at app.ts:5:6')
  })
})

describe('clip', () => {
  it('never cuts a surrogate pair', () => {
    expect(clip('ab😀', 3)).toBe('ab… 2 more characters')
    expect(clip('ab😀', 4)).toBe('ab😀')
  })
})

describe('inspectValue', () => {
  it('gives a text for a value that throws while it is shown', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(inspectValue(proxy)).toBe('[a value that threw while it was being shown]')
  })
})
