/**
 * Where a value is not as a JSON Schema has it, in words.
 * @module
 */

import { sizeText, typeOfText, typeText, valueText } from './describe-value.ts'
import type { Json, JsonType } from './expectation.ts'
import { isArray, isObject } from './json.ts'
import { formatPath, type PathSegment } from './json-path.ts'
import type { Fault } from './result.ts'

/**
 * The first place that is not as asked: `id should be an integer, but it is "3", a string`.
 * @param at where the value was found
 * @param breach what the judge found to be at fault
 */
export const describeBreach = (value: Json, schema: Json, at: readonly PathSegment[], breach: Fault | null): string => {
  if (breach?.kind !== 'schema') return `it is ${valueText(value)}`
  const place = follow(value, pointerSegments(breach.instance))
  const wanted = breach.keyword === 'false' ? null : keywordValue(schema, pointerSegments(breach.keywordAt))
  const path = place.segments.length === 0 ? 'it' : formatPath([...at, ...place.segments])
  return sentence(path, place.value, breach.keyword, wanted)
}

const sentence = (place: string, value: Json, keyword: string, wanted: Json): string => {
  const should = (demand: string, came = valueText(value)): string => `${place} should ${demand}, but it is ${came}`
  const sized = (bound: string, noun: string): string => {
    const amount = `${bound} ${wanted} ${noun}${wanted === 1 ? '' : 's'}`
    return `${place} should have ${amount}, but it has ${sizeText(value)}: ${valueText(value)}`
  }
  switch (keyword) {
    case 'type':
      return should(`be ${typesText(wanted)}`, `${valueText(value)}${value === null ? '' : `, ${typeOfText(value)}`}`)
    case 'required': {
      const missing = (isArray(wanted) ? wanted : []).filter(
        key => isObject(value) && !Object.hasOwn(value, String(key)),
      )
      return `${place} should have ${keysText(missing)}, but it is ${valueText(value)}`
    }
    case 'enum':
      return should(`be ${isArray(wanted) ? listText(wanted.map(one => valueText(one))) : valueText(wanted)}`)
    case 'const':
      return should(`be ${valueText(wanted)}`)
    case 'false':
      return `${place} should not be there, but it is: ${valueText(value)}`
    case 'pattern':
      return should(`match the pattern /${wanted}/`)
    case 'format':
      return should(`have the format ${wanted}`)
    case 'minimum':
      return should(`be at least ${wanted}`)
    case 'maximum':
      return should(`be at most ${wanted}`)
    case 'exclusiveMinimum':
      return should(`be more than ${wanted}`)
    case 'exclusiveMaximum':
      return should(`be less than ${wanted}`)
    case 'multipleOf':
      return should(`be a multiple of ${wanted}`)
    case 'minLength':
      return sized('at least', 'character')
    case 'maxLength':
      return sized('at most', 'character')
    case 'minItems':
      return sized('at least', 'item')
    case 'maxItems':
      return sized('at most', 'item')
    case 'minProperties':
      return sized('at least', 'key')
    case 'maxProperties':
      return sized('at most', 'key')
    case 'uniqueItems':
      return should('have no item twice')
    default:
      return `${place} is not as "${keyword}" in the schema asks: it is ${valueText(value)}`
  }
}

const TYPES: Readonly<Record<string, JsonType>> = {
  null: 'null',
  boolean: 'boolean',
  number: 'number',
  integer: 'integer',
  string: 'string',
  array: 'array',
  object: 'object',
}

const typesText = (wanted: Json): string =>
  listText((isArray(wanted) ? wanted : [wanted]).map(name => typeText(TYPES[String(name)] ?? 'object')))

const keysText = (keys: readonly Json[]): string =>
  `the ${keys.length === 1 ? 'key' : 'keys'} ${keys.map(key => JSON.stringify(key)).join(' and ')}`

const listText = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** RFC 6901 §4. */
const pointerSegments = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(segment => segment.replaceAll('~1', '/').replaceAll('~0', '~'))

const follow = (
  root: Json,
  pointer: readonly string[],
): { readonly segments: readonly PathSegment[]; readonly value: Json } => {
  const segments: PathSegment[] = []
  let value = root
  for (const key of pointer) {
    segments.push(isArray(value) ? Number(key) : key)
    value = childOf(value, key)
  }
  return { segments, value }
}

const childOf = (value: Json, key: string): Json => {
  if (isArray(value)) return value[Number(key)] ?? null
  return isObject(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null
}

/** What a keyword of the schema says, by the way that the validator took to it: through references inside the schema. */
const keywordValue = (schema: Json, way: readonly string[]): Json => {
  let here = schema
  for (const key of way) {
    const next = childOf(here, key)
    here = key === '$ref' && typeof next === 'string' ? follow(schema, pointerSegments(next)).value : next
  }
  return here
}
