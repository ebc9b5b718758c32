import { describe, expect, it } from 'vitest'
import { answersIn } from './process.ts'

describe('what a script says', () => {
  it('is found in lines that follow each other, whichever way a kernel ends them', () => {
    expect(answersIn('@@{"a":1}\n@@{"b":2}\n')).toEqual(['{"a":1}', '{"b":2}'])
    expect(answersIn('@@{"a":1}\r\n@@{"b":2}\r\n')).toEqual(['{"a":1}', '{"b":2}'])
  })

  it('is only taken when the line is whole, and begins with the mark', () => {
    expect(answersIn('echo @@1\n@@{"a":1}\n@@{"b"')).toEqual(['{"a":1}'])
  })
})
