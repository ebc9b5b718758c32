import { describe, expect, it } from 'vitest'
import { parseRunnerMessage } from './processes/parse-runner-message.ts'
import { encodeFrame, FrameReader, markFromRunner, markToRunner, type Read } from './wire.ts'

/** The same numbers for the same seed, from 0 to below 1 (mulberry32). */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

const MARK = markFromRunner('n0nce')

/** What a terminal may hold besides frames; nothing of it has the nonce of this process after the right sign. */
const noises = [
  'hello',
  'GET / 200',
  '\x1b[31mred\x1b[0m',
  '<',
  '<n0nce',
  'n0nce<',
  '<n0nc3<7:{"a":1}',
  '12:{"type":"ready"}',
  encodeFrame(markToRunner('n0nce'), { type: 'settle', id: 1 }).trim(),
  encodeFrame(markFromRunner('other'), { type: 'ready', node: '1' }).trim(),
  'Grüße 😀 \u0000\u0007',
  '',
]

class Fuzz {
  readonly next: () => number
  constructor(seed: number) {
    this.next = random(seed)
  }
  below = (end: number): number => Math.floor(this.next() * end)
  pick = <T>(items: readonly T[]): T => {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('could not pick: because there is nothing')
    return item
  }
  value = (): object => ({
    id: this.below(1e6),
    text: this.pick(noises),
    list: Array.from({ length: this.below(5) }, this.next),
  })
  /** A stream, and the frames in it. */
  stream = (): { readonly text: string; readonly frames: readonly object[] } => {
    const frames: object[] = []
    let text = ''
    for (let part = 0; part < 30; part++) {
      if (this.next() < 0.5) {
        const value = this.value()
        frames.push(value)
        // As a terminal writes line breaks, or as a pipe does.
        text += this.next() < 0.5 ? encodeFrame(MARK, value).replaceAll('\n', '\r\n') : encodeFrame(MARK, value)
      } else text += this.pick(noises) + this.pick(['', '\n', '\r\n', ' '])
    }
    return { text, frames }
  }
  cut = (text: string, longest: number): string[] => {
    const pieces: string[] = []
    for (let at = 0; at < text.length; ) {
      const length = 1 + this.below(longest)
      pieces.push(text.slice(at, at + length))
      at += length
    }
    return pieces
  }
}

const framesOf = (pieces: readonly string[], reader = new FrameReader(MARK)): unknown[] =>
  pieces.flatMap(piece => reader.push(piece)).flatMap((read: Read) => (read.kind === 'frame' ? [read.value] : []))

const seeds = Array.from({ length: 200 }, (_, index) => index + 1)

describe('a stream of frames and anything else', () => {
  it('gives its frames, whole and in order, however it is cut', () => {
    for (const seed of seeds) {
      const fuzz = new Fuzz(seed)
      const { text, frames } = fuzz.stream()
      for (const longest of [1, 2, 7, 40, 700, text.length]) {
        expect(framesOf(fuzz.cut(text, longest)), `seed ${seed}, pieces of at most ${longest}`).toEqual(frames)
      }
    }
  })

  it('gives the first of its frames and no others when it breaks off, at every character', () => {
    const { text, frames } = new Fuzz(7).stream()
    for (let end = 0; end <= text.length; end++) {
      const found = framesOf([text.slice(0, end)])
      expect(found).toEqual(frames.slice(0, found.length))
    }
  })

  it('goes on after a frame of which a part is missing', () => {
    for (const seed of seeds) {
      const fuzz = new Fuzz(seed)
      const broken = encodeFrame(MARK, fuzz.value())
      const from = 1 + fuzz.below(broken.length - 2)
      const damaged = broken.slice(0, from) + broken.slice(from + 1 + fuzz.below(broken.length - from - 1))
      const last = { last: seed }
      const found = framesOf([damaged, encodeFrame(MARK, last)])
      expect(found.at(-1), `seed ${seed}`).toEqual(last)
      expect(found.length, `seed ${seed}: half a frame was taken for a whole one`).toBe(1)
    }
  })

  it('is never taken for frames of another process, nor is noise for frames', () => {
    for (const seed of seeds) {
      const fuzz = new Fuzz(seed)
      const { text } = fuzz.stream()
      expect(framesOf(fuzz.cut(text, 50), new FrameReader(markFromRunner(`forged-${seed}`)))).toEqual([])
      const bytes = Array.from({ length: 2_000 }, () => String.fromCharCode(fuzz.below(256))).join('')
      expect(framesOf(fuzz.cut(bytes, 50))).toEqual([])
    }
  })

  it('of one line without an end is read in a time that grows as it does', () => {
    const reader = new FrameReader(MARK)
    for (let piece = 0; piece < 20_000; piece++) expect(reader.push('x'.repeat(50))).toEqual([])
    expect(reader.push('\n')).toHaveLength(1)
  })
})

describe('a line that never ends', () => {
  it('is not kept for ever, and the next frame is read', () => {
    const reader = new FrameReader(MARK)
    const piece = 'x'.repeat(1024 * 1024)
    for (let written = 0; written < 40; written++) reader.push(piece)
    const [rest] = reader.push('\n')
    expect(rest?.kind === 'raw' ? rest.text.length : 0).toBeLessThan(10 * 1024 * 1024)
    expect(framesOf([encodeFrame(MARK, { next: true })], reader)).toEqual([{ next: true }])
  })
})

describe('a message of a runner', () => {
  const pieces: readonly unknown[] = [null, 0, '', 'ready', [], {}, [[]], -1, Number.NaN, { type: 'ready' }]

  it('of any shape is a message or null, and never an error', () => {
    for (const seed of seeds) {
      const fuzz = new Fuzz(seed)
      const type = fuzz.pick([
        'ready',
        'log',
        'ended',
        'done',
        'answered',
        'answered-together',
        'heard',
        'spoiled',
        '__proto__',
      ])
      const message = Object.fromEntries(
        ['node', 'lines', 'failure', 'id', 'answer', 'answers', 'finished', 'event'].map(key => [
          key,
          fuzz.pick(pieces),
        ]),
      )
      const parsed = parseRunnerMessage({ ...message, type })
      expect(parsed === null || parsed.type === type).toBe(true)
    }
  })
})
