import { describe, expect, it } from 'vitest'
import { encodeFrame, FrameReader, markFromRunner, markToRunner, type Read } from './wire.ts'

const MARK = markFromRunner('n0nce')
const read = (...pieces: string[]): Read[] => {
  const reader = new FrameReader(MARK)
  return pieces.flatMap(piece => reader.push(piece))
}
const frame = (value: unknown): Read => ({ kind: 'frame', value })
const raw = (text: string): Read => ({ kind: 'raw', text })

describe('frames', () => {
  const value = { text: 'Jörg\n"😀"\u2028', list: [1, null] }

  it('come back as they were, in nothing but ASCII', () => {
    const encoded = encodeFrame(MARK, value)
    expect(encoded).toMatch(/^[\n -~]+$/)
    expect(read(encoded)).toEqual([frame(value)])
  })

  it('come back wherever the stream is cut in two, and when it comes in single characters', () => {
    const stream = `first${encodeFrame(MARK, value)}between${encodeFrame(MARK, { last: true })}`
    const whole = [raw('first'), frame(value), raw('between'), frame({ last: true })]
    for (let at = 0; at <= stream.length; at++) expect(read(stream.slice(0, at), stream.slice(at))).toEqual(whole)
    expect(read(...stream)).toEqual(whole)
  })

  it('are found in the middle of a line, and with the carriage return of a terminal', () => {
    const line = encodeFrame(MARK, { a: 1 }).trim()
    expect(read(`prompt$ ${line}\r\n`)).toEqual([raw('prompt$ '), frame({ a: 1 })])
  })

  it('are not taken from what only looks like one: another nonce, an echo, a wrong length, no JSON', () => {
    const lines = [
      encodeFrame(markFromRunner('other'), { a: 1 }).trim(),
      encodeFrame(markToRunner('n0nce'), { a: 1 }).trim(),
      `${MARK}6:{"a":1}`,
      `${MARK}8:{"a":1}`,
      `${MARK}7:{"a":1`,
      `${MARK}3:{a}`,
      `${MARK}:{}`,
      MARK,
    ]
    expect(read(`${lines.join('\n')}\n`)).toEqual(lines.map(raw))
  })

  it('that broke off leave the next frame whole', () => {
    const broken = encodeFrame(MARK, { a: 'x'.repeat(100) }).slice(0, 60)
    expect(read(broken, encodeFrame(MARK, { b: 2 }))).toEqual([raw(broken.trim()), frame({ b: 2 })])
  })
})

describe('raw output', () => {
  it('comes line by line, once the line is whole', () => {
    expect(read('one\ntw', 'o\r\n\n\nthree')).toEqual([raw('one'), raw('two')])
  })
})
