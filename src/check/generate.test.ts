import { describe, expect, test } from 'vitest'
import { make } from './authoring.ts'
import type { Generator } from './check.ts'
import type { Json } from './expectation.ts'
import { hasFormat } from './format.ts'
import { generateValues } from './generate.ts'
import { WORDS } from './words.ts'

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1)
const valuesOf = (generator: Generator): Json[] =>
  SEEDS.map(seed => generateValues({ id: 'a-check', values: { value: generator } }, seed).value ?? null)

describe('values are', () => {
  const check = { id: 'a', values: { one: make.word, two: make.int(1, 1_000_000), three: make.uuid } }
  test('the same for the same seed, check and names, in whatever order', () => {
    const turned = { id: 'a', values: { three: make.uuid, two: make.int(1, 1_000_000), one: make.word } }
    expect(generateValues(check, 1)).toEqual(generateValues(turned, 1))
  })
  test('these, for ever: a recording was made with them', () => {
    expect(generateValues(check, 1)).toEqual({
      one: 'lagoon',
      two: 153958,
      three: '9cc9ba2d-66cf-4aed-b23e-8192782ba137',
    })
  })
  test('others for another seed or check', () => {
    expect(generateValues(check, 2).three).not.toBe(generateValues(check, 1).three)
    expect(generateValues({ ...check, id: 'b' }, 1).three).not.toBe(generateValues(check, 1).three)
  })
  test('unlike each other in one check, where there is room', () => {
    for (const seed of SEEDS) {
      const values = {
        a: make.word,
        b: make.word,
        c: make.word,
        d: make.int(1, 3),
        e: make.int(1, 3),
        f: make.int(1, 3),
      }
      const made = Object.values(generateValues({ id: 'a', values }, seed))
      expect(new Set(made).size).toBe(made.length)
    }
    expect(generateValues({ id: 'a', values: { a: make.int(1, 1), b: make.int(1, 1) } }, 1)).toEqual({ a: 1, b: 1 })
  })
  test('none without names', () => {
    expect(generateValues({ id: 'a' }, 1)).toEqual({})
  })
})

describe('every kind keeps to its bounds, and uses them', () => {
  const distinct = (values: readonly Json[]) => new Set(values.map(value => JSON.stringify(value))).size
  test('word', () => {
    const values = valuesOf(make.word)
    expect(values.every(value => WORDS.includes(String(value)))).toBe(true)
    expect(distinct(values)).toBeGreaterThan(50)
  })
  test('text', () => {
    for (const value of valuesOf(make.text(3))) expect(String(value)).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/u)
  })
  test('int', () => {
    expect([...new Set(valuesOf(make.int(-2, 2)))].sort((a, b) => Number(a) - Number(b))).toEqual([-2, -1, 0, 1, 2])
  })
  test('decimal', () => {
    const values = valuesOf(make.decimal(0.5, 9.99, 2)).map(Number)
    expect(values.every(value => value >= 0.5 && value <= 9.99)).toBe(true)
    expect(values.every(value => /^\d(?:\.\d{1,2})?$/u.test(String(value)))).toBe(true)
    expect(distinct(values)).toBeGreaterThan(100)
  })
  test('boolean', () => {
    expect(new Set(valuesOf(make.boolean))).toEqual(new Set([true, false]))
  })
  test('email', () => {
    expect(valuesOf(make.email).every(value => hasFormat(String(value), 'email'))).toBe(true)
  })
  test('uuid', () => {
    const values = valuesOf(make.uuid)
    for (const value of values)
      expect(value).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u)
    expect(distinct(values)).toBe(SEEDS.length)
  })
  test('hex', () => {
    for (const value of valuesOf(make.hex(10))) expect(value).toMatch(/^[\da-f]{10}$/u)
  })
  test('choice', () => {
    expect(new Set(valuesOf(make.choice('a', 1, null)))).toEqual(new Set(['a', 1, null]))
  })
})

test('words are plain, about a hundred, and none is a part of another', () => {
  expect(WORDS.length).toBeGreaterThanOrEqual(90)
  for (const word of WORDS) {
    expect(word).toMatch(/^[a-z]+$/u)
    expect(WORDS.filter(other => other.includes(word))).toEqual([word])
  }
})
