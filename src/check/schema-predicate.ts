/**
 * JSON Schema (2020-12), without eval.
 * @module
 */

import { dereference, type Schema, Validator } from '@cfworker/json-schema'
import { AuthoringError } from './authoring-error.ts'
import type { Json } from './expectation.ts'
import { isArray, isObject } from './json.ts'
import { compilePattern } from './pattern.ts'
import type { Breach } from './result.ts'

const known = new WeakMap<object, Validator>()

const validatorOf = (schema: Json): Validator => {
  if (!isObject(schema)) return new Validator(schema === true, '2020-12')
  const before = known.get(schema)
  if (before) return before
  const validator = new Validator(ownCopy(schema), '2020-12')
  known.set(schema, validator)
  return validator
}

/** The validator writes into the schema that it is given. */
const ownCopy = (schema: Json): Schema => JSON.parse(JSON.stringify(schema))

/** @throws {AuthoringError} when the schema refers to itself without ever coming to a value */
const validate = (value: Json, schema: Json): ReturnType<Validator['validate']> => {
  try {
    return validatorOf(schema).validate(value)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw wrong('it refers to itself without an end', cause)
  }
}

/** @throws {AuthoringError} when the schema refers to itself without ever coming to a value */
export const conforms = (value: Json, schema: Json): boolean => validate(value, schema).valid

/** Keywords whose breach is told better by what stands inside them. */
const WRAPPERS = [
  '$ref',
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'prefixItems',
  'items',
  'unevaluatedItems',
  'allOf',
  'if',
  'then',
  'else',
]

/** The first breach, by the keyword that it comes down to; null when there is none. */
export const firstBreach = (value: Json, schema: Json): Breach | null => {
  const { errors } = validate(value, schema)
  const first = errors.find(({ keyword }) => !WRAPPERS.includes(keyword)) ?? errors[0]
  if (first === undefined) return null
  const { instanceLocation, keyword, keywordLocation } = first
  return { kind: 'schema', instance: instanceLocation.slice(1), keyword, keywordAt: keywordLocation.slice(1) }
}

const TYPES: readonly Json[] = ['null', 'boolean', 'number', 'integer', 'string', 'array', 'object']
/** What stands under these is data, not a schema. */
const DATA = ['const', 'enum', 'default', 'examples']

/** @throws {AuthoringError} when it is no schema, or one that no value can be held against */
export const checkSchema = (schema: Json): void => {
  if (typeof schema === 'boolean') return
  if (!isObject(schema)) throw wrong('it is neither an object nor true or false')
  checkPart(schema)
  const lookup = dereference(ownCopy(schema))
  for (const part of Object.values(lookup)) {
    if (typeof part === 'boolean' || part.__absolute_ref__ === undefined) continue
    if (lookup[part.__absolute_ref__] === undefined && part.$ref !== '#') {
      throw wrong(`it refers to ${JSON.stringify(part.$ref)}, which is not in it`)
    }
  }
}

const checkPart = (part: Json): void => {
  if (isArray(part)) part.forEach(checkPart)
  if (!isObject(part)) return
  const { pattern, patternProperties = null, type, $dynamicRef } = part
  if (typeof pattern === 'string') compilePattern(pattern)
  if (isObject(patternProperties)) Object.keys(patternProperties).forEach(compilePattern)
  if (typeof type === 'string' && !TYPES.includes(type)) throw wrong(`there is no type ${JSON.stringify(type)}`)
  if (typeof $dynamicRef === 'string') throw wrong('it uses $dynamicRef, which is not known here')
  for (const [key, value] of Object.entries(part)) if (!DATA.includes(key)) checkPart(value)
}

const wrong = (why: string, cause?: RangeError): AuthoringError =>
  new AuthoringError(`could not use the JSON Schema: because ${why}; correct it in the exercise's checks`, { cause })
