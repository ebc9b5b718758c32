/**
 * An expected and an actual text, with the part that differs marked.
 * @module
 */

import { cutText, splitsCharacter } from './text.ts'

export interface Segment {
  readonly text: string
  readonly mark: 'same' | 'differs'
}

/** The segments of a side make up its text, unless `cut`: then long stretches are shortened to `…`. */
export interface TextComparison {
  readonly expected: readonly Segment[]
  readonly actual: readonly Segment[]
  readonly cut: boolean
}

/** UTF-16 units of a segment that are shown; two sides of three segments come to about 64 kB. */
const LONGEST = 10_000

/**
 * Marks what lies between the common beginning and the common end. Characters are code points, never cut in half. A
 * side that has nothing there (the other has something more) has no `differs` segment.
 */
export const compareText = (expected: string, actual: string): TextComparison => {
  const start = commonStart(expected, actual)
  const end = expected === actual ? 0 : commonEnd(expected, actual, start)
  const cutter = new Cutter()
  const side = (text: string): Segment[] => {
    const middle = text.length - end
    const segments: Segment[] = [
      { text: cutter.tail(text.slice(0, start)), mark: 'same' },
      { text: cutter.head(text.slice(start, middle)), mark: 'differs' },
      { text: cutter.head(text.slice(middle)), mark: 'same' },
    ]
    return segments.filter(segment => segment.text !== '')
  }
  return { expected: side(expected), actual: side(actual), cut: cutter.cut }
}

const commonStart = (one: string, other: string): number => {
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start += 1
  return splitsCharacter(one, start) || splitsCharacter(other, start) ? start - 1 : start
}

const commonEnd = (one: string, other: string, start: number): number => {
  const shorter = Math.min(one.length, other.length) - start
  let end = 0
  while (end < shorter && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)) end += 1
  return splitsCharacter(one, one.length - end) || splitsCharacter(other, other.length - end) ? end - 1 : end
}

/** Shortens at the side that is further from the difference, and remembers whether it ever did. */
class Cutter {
  cut = false

  head(text: string): string {
    const kept = cutText(text, LONGEST)
    if (kept === text) return text
    this.cut = true
    return `${kept}…`
  }

  tail(text: string): string {
    if (text.length <= LONGEST) return text
    this.cut = true
    const from = text.length - LONGEST
    return `…${text.slice(splitsCharacter(text, from) ? from + 1 : from)}`
  }
}
