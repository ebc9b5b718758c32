import { describe, expect, it } from 'vitest'
import { readableBody, SHOWN_LENGTH } from './readable-body.ts'

describe('readableBody', () => {
  it('lays JSON out', () => {
    expect(readableBody({ text: '{"a":[1]}' })).toEqual({ text: '{\n  "a": [\n    1\n  ]\n}', note: null })
  })

  it('leaves text that only begins like JSON as it is', () => {
    expect(readableBody({ text: '{not json' }).text).toBe('{not json')
    expect(readableBody({ text: '12' }).text).toBe('12')
  })

  it('says that a body is empty', () => {
    expect(readableBody({ text: '' })).toEqual({ text: '', note: 'Empty body' })
  })

  it('cuts a long body and says how much is shown', () => {
    const { text, note } = readableBody({ text: 'x'.repeat(SHOWN_LENGTH * 2) })
    expect(text).toHaveLength(SHOWN_LENGTH)
    expect(note).toBe('The first 16 kB of 32 kB.')
  })

  it('counts the bytes of what is not text', () => {
    expect(readableBody({ base64: '//79' }).note).toContain('3 bytes')
    expect(readableBody({ base64: '/w==' }).note).toContain('1 bytes')
  })
})
