import { expect, test } from 'vitest'
import { Cutter } from './cutter.ts'

const bytes = Buffer.from('0123456789'.repeat(20))

/** The pieces' places in the stream, which comes in two parts. */
const cuts = (seed: number, first: number): number[] => {
  const cutter = new Cutter(seed)
  const parts = [bytes.subarray(0, first), bytes.subarray(first)]
  const pieces = parts.flatMap(part => cutter.cut(part, 7))
  expect(Buffer.concat(pieces)).toEqual(bytes)
  return pieces.map((_, index) => Buffer.concat(pieces.slice(0, index + 1)).length)
}

test('cuts a stream at places that follow from the seed, however it comes', () => {
  const whole = cuts(1, 0)
  expect(cuts(1, 0)).toEqual(whole)
  for (let first = 1; first < bytes.length; first++)
    expect(cuts(1, first).filter(at => at !== first || whole.includes(at))).toEqual(whole)
})

test('cuts at other places with another seed', () => {
  expect(cuts(2, 0)).not.toEqual(cuts(1, 0))
})
