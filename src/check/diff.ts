/**
 * An expected and an actual JSON value side by side, line by line, with what differs marked.
 * @module
 */

import { membersOf } from './diff-pairs.ts'
import type { Json } from './expectation.ts'
import { deepEqual, isArray, isObject, type Strictness } from './json.ts'
import { cutText } from './text.ts'

export { compareText } from './diff-text.ts'

/**
 * Both lines of a row carry the same mark: `missing` is there on the expected side only, `extra` on the actual side
 * only, and the other side of such a row is an empty line.
 */
export type Mark = 'same' | 'differs' | 'missing' | 'extra'

export interface DiffLine {
  readonly text: string
  readonly mark: Mark
}

/** `expected` and `actual` have the same number of lines. `cut`: there is more than is shown. */
export interface JsonComparison {
  readonly expected: readonly DiffLine[]
  readonly actual: readonly DiffLine[]
  readonly cut: boolean
}

/** UTF-16 units of both sides together. */
const LONGEST = 64 * 1024

/** What stands around a value where it is printed. A side has no comma after its last member. */
interface Place {
  readonly indent: string
  /** The key of an object's member. */
  readonly key: string | null
  readonly commas: readonly [expected: boolean, actual: boolean]
}

/**
 * Pretty-prints both values in the expected side's order of keys, keys that only the actual side has come last. Under
 * `subset` those are allowed, and marked `same`. A huge value is cut, so that it costs no more than one of 64 kB.
 */
export const compareJson = (expected: Json, actual: Json, strictness: Strictness = 'exact'): JsonComparison => {
  const rows = new Rows()
  compare(rows, expected, actual, strictness, { indent: '', key: null, commas: [false, false] })
  return rows.comparison()
}

class Rows {
  readonly #expected: DiffLine[] = []
  readonly #actual: DiffLine[] = []
  #room = LONGEST
  #cut = false

  comparison(): JsonComparison {
    return { expected: this.#expected, actual: this.#actual, cut: this.#cut }
  }

  /** False when there is no more room, and the row was left out. */
  add(mark: Mark, expected: string, actual: string): boolean {
    if (this.#room <= 0) {
      this.#cut = true
      return false
    }
    this.#expected.push({ text: this.#fit(expected), mark })
    this.#actual.push({ text: this.#fit(actual), mark })
    this.#room -= expected.length + actual.length + 1
    return true
  }

  #fit(text: string): string {
    const fitting = cutText(text, LONGEST / 2)
    if (fitting === text) return text
    this.#cut = true
    return `${fitting}…`
  }
}

/** Returns false as soon as there is no more room. */
const compare = (rows: Rows, expected: Json, actual: Json, strictness: Strictness, place: Place): boolean => {
  const members = membersOf(expected, actual, strictness)
  if (!members) return compareWhole(rows, expected, actual, place)

  const [open, close] = members.brackets
  const opening = lead(place) + open
  if (!rows.add('same', opening, opening)) return false
  let expectedLeft = members.expectedCount
  let actualLeft = members.actualCount
  for (const { key, expected: one, actual: other } of members.pairs) {
    if (one !== undefined) expectedLeft -= 1
    if (other !== undefined) actualLeft -= 1
    const inner: Place = { indent: `${place.indent}  `, key, commas: [expectedLeft > 0, actualLeft > 0] }
    if (one !== undefined && other !== undefined) {
      if (!compare(rows, one, other, strictness, inner)) return false
    } else if (one !== undefined) {
      for (const line of print(one, inner, 0)) if (!rows.add('missing', line, '')) return false
    } else if (other !== undefined) {
      const mark = strictness === 'subset' && key !== null ? 'same' : 'extra'
      for (const line of print(other, inner, 1)) if (!rows.add(mark, '', line)) return false
    }
  }
  const closing = place.indent + close
  return rows.add('same', closing + comma(place, 0), closing + comma(place, 1))
}

/** Two values with no members to pair: scalars, or of two types. */
const compareWhole = (rows: Rows, expected: Json, actual: Json, place: Place): boolean => {
  const mark = deepEqual(actual, expected) ? 'same' : 'differs'
  const left = print(expected, place, 0)
  const right = print(actual, place, 1)
  for (;;) {
    const [one, other] = [left.next(), right.next()]
    if (one.done && other.done) return true
    const added = one.done
      ? rows.add('extra', '', other.value ?? '')
      : rows.add(other.done ? 'missing' : mark, one.value, other.value ?? '')
    if (!added) return false
  }
}

const lead = ({ indent, key }: Place): string => indent + (key === null ? '' : `${JSON.stringify(key)}: `)
const comma = ({ commas }: Place, side: 0 | 1): string => (commas[side] ? ',' : '')

/** The lines of one side's value. Lazy: a line that nobody asks for is not made. */
function* print(value: Json, place: Place, side: 0 | 1): Generator<string, undefined> {
  const isList = isArray(value)
  if (!isList && !isObject(value)) {
    const shown = typeof value === 'string' ? cutText(value, LONGEST) : value
    yield lead(place) + JSON.stringify(shown) + comma(place, side)
    return
  }
  const keys = isList ? null : Object.keys(value)
  const values = isList ? value : Object.values(value)
  const [open, close] = isList ? '[]' : '{}'
  if (values.length === 0) {
    yield lead(place) + open + close + comma(place, side)
    return
  }
  yield lead(place) + open
  for (const [index, member] of values.entries()) {
    const more = index < values.length - 1
    yield* print(member, { indent: `${place.indent}  `, key: keys?.[index] ?? null, commas: [more, more] }, side)
  }
  yield place.indent + close + comma(place, side)
}
