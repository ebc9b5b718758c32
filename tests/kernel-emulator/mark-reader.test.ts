import { expect, test } from 'vitest'
import { MarkReader } from './mark-reader.ts'

const stream = Buffer.from('before\0\0ma\0mark17;between\0mar\0mark0;\0')

test.each(Array.from({ length: stream.length }, (_, index) => index + 1))(
  'takes numbers out of a stream that comes in pieces of %i bytes, and leaves the rest as it is',
  size => {
    const numbers: number[] = []
    const bytes: Buffer[] = []
    const reader = new MarkReader(
      'mark',
      piece => bytes.push(piece),
      number => numbers.push(number),
    )
    for (let at = 0; at < stream.length; at += size) reader.push(stream.subarray(at, at + size))
    expect(numbers).toEqual([17, 0])
    // What may be the beginning of a mark is waited for.
    expect(Buffer.concat(bytes).toString()).toBe('before\0\0mabetween\0mar')
  },
)
