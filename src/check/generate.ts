/**
 * Values made from a seed. The same seed, check and name always give the same value, in whatever order names are
 * listed; values of one check differ from each other where their kinds have room for it.
 * @module
 */

import type { Check, Generator } from './check.ts'
import type { Json } from './expectation.ts'
import { deepEqual } from './json.ts'
import { type Random, randomFrom } from './random.ts'
import type { Values } from './template.ts'
import { WORDS } from './words.ts'

/** Two coins may fall alike, and a choice may be made twice; two people called alike would be an accident. */
const MAY_REPEAT: readonly Generator['kind'][] = ['boolean', 'choice']
const TRIES = 100

/** @param seed a whole number from 1 */
export const generateValues = ({ id, values = {} }: Pick<Check, 'id' | 'values'>, seed: number): Values => {
  const made: Record<string, Json> = {}
  for (const [name, generator] of Object.entries(values).sort(byName)) {
    const random = randomFrom(`${seed}/${id}/${name}`)
    const taken = MAY_REPEAT.includes(generator.kind) ? [] : Object.values(made)
    let value = make(generator, random)
    for (let tries = 1; tries < TRIES && taken.some(other => deepEqual(other, value)); tries += 1) {
      value = make(generator, random)
    }
    made[name] = value
  }
  return made
}

/** By code unit, not by the language of the machine. */
const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1

const make = (generator: Generator, random: Random): Json => {
  switch (generator.kind) {
    case 'word':
      return word(random)
    case 'text':
      return Array.from({ length: generator.words }, () => word(random)).join(' ')
    case 'int':
      return random.int(generator.min, generator.max)
    case 'decimal': {
      const scale = 10 ** generator.digits
      return random.int(Math.ceil(generator.min * scale), Math.floor(generator.max * scale)) / scale
    }
    case 'boolean':
      return random.int(0, 1) === 1
    case 'email':
      return `${word(random)}.${word(random)}@example.com`
    case 'uuid':
      return uuid(random)
    case 'hex':
      return hex(random, generator.length)
    case 'choice':
      return random.pick(generator.values)
  }
}

const word = (random: Random): string => random.pick(WORDS)

const hex = (random: Random, length: number): string =>
  Array.from({ length }, () => random.int(0, 15).toString(16)).join('')

/** Version 4 (RFC 9562 §5.4). */
const uuid = (random: Random): string => {
  const variant = random.int(8, 11).toString(16)
  return `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-${variant}${hex(random, 3)}-${hex(random, 12)}`
}
