import { describe, expect, test } from 'vitest'
import { AuthoringError } from './authoring-error.ts'
import { describeBreach } from './describe-schema.ts'
import type { Json } from './expectation.ts'
import { checkSchema, conforms, firstBreach } from './schema-predicate.ts'

const ID: Json = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } }

test.each<[Json, Json, boolean]>([
  [ID, { id: 1 }, true],
  [ID, { id: 1.5 }, false],
  [{ items: { $ref: '#/$defs/id' }, $defs: { id: ID } }, [{ id: 1 }], true],
  [{ items: { $ref: '#/$defs/id' }, $defs: { id: ID } }, [{ id: 'x' }], false],
  [{ $ref: '#/$defs/tree', $defs: { tree: { type: 'array', items: { $ref: '#/$defs/tree' } } } }, [[], [[]]], true],
  [{ prefixItems: [{ const: 'a' }], items: false }, ['a'], true],
  [{ prefixItems: [{ const: 'a' }], items: false }, ['a', 'b'], false],
  [{ format: 'uuid' }, 'no', false],
  [true, null, true],
  [false, null, false],
])('%j of %j: %s', (schema, value, holds) => {
  expect(conforms(value, schema)).toBe(holds)
  expect(() => checkSchema(schema)).not.toThrow()
})

test('a schema that goes round in circles is an authoring error, not a crash', () => {
  const circle = { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } }
  expect(() => conforms(1, circle)).toThrow('it refers to itself without an end')
})

test('a schema is not written into', () => {
  const schema: Json = Object.freeze({ properties: Object.freeze({ a: Object.freeze({ type: 'string' }) }) })
  expect(conforms({ a: 1 }, schema)).toBe(false)
})

describe('where a value breaks a schema, and how', () => {
  test.each<[Json, Json, string]>([
    [{ type: 'string' }, 3, 'it should be a string, but it is 3, a number'],
    [{ type: ['string', 'null'] }, [], 'it should be a string or null, but it is [], an array'],
    [ID, {}, 'it should have the key "id", but it is {}'],
    [{ required: ['a', 'b', 'c'] }, { b: 1 }, 'it should have the keys "a" and "c", but it is {"b":1}'],
    [
      { properties: { items: { items: ID } } },
      { items: [{ id: 1 }, { id: '2' }] },
      'items[1].id should be an integer, but it is "2", a string',
    ],
    [
      { items: { $ref: '#/$defs/id' }, $defs: { id: ID } },
      [{ id: null }],
      '[0].id should be an integer, but it is null',
    ],
    [{ properties: { 'a/b~c': { const: 1 } } }, { 'a/b~c': 2 }, 'a/b~c should be 1, but it is 2'],
    [{ additionalProperties: false, properties: { a: true } }, { a: 1, b: 2 }, 'b should not be there, but it is: 2'],
    [{ enum: [1, 'a', null] }, 2, 'it should be 1, "a" or null, but it is 2'],
    [{ pattern: '^a' }, 'b', 'it should match the pattern /^a/, but it is "b"'],
    [{ format: 'email' }, 'b', 'it should have the format email, but it is "b"'],
    [{ minimum: 3 }, 2, 'it should be at least 3, but it is 2'],
    [{ maximum: 3 }, 4, 'it should be at most 3, but it is 4'],
    [{ exclusiveMinimum: 3 }, 3, 'it should be more than 3, but it is 3'],
    [{ exclusiveMaximum: 3 }, 3, 'it should be less than 3, but it is 3'],
    [{ multipleOf: 2 }, 3, 'it should be a multiple of 2, but it is 3'],
    [{ minLength: 3 }, 'ab', 'it should have at least 3 characters, but it has 2 characters: "ab"'],
    [{ maxLength: 1 }, 'ab', 'it should have at most 1 character, but it has 2 characters: "ab"'],
    [{ minItems: 1 }, [], 'it should have at least 1 item, but it has 0 items: []'],
    [{ maxItems: 1 }, [1, 2], 'it should have at most 1 item, but it has 2 items: [1,2]'],
    [{ minProperties: 1 }, {}, 'it should have at least 1 key, but it has 0 keys: {}'],
    [{ maxProperties: 1 }, { a: 1, b: 2 }, 'it should have at most 1 key, but it has 2 keys: {"a":1,"b":2}'],
    [{ uniqueItems: true }, [1, 1], 'it should have no item twice, but it is [1,1]'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 3, 'it is not as "anyOf" in the schema asks: it is 3'],
    [{ not: { type: 'number' } }, 3, 'it is not as "not" in the schema asks: it is 3'],
    [{ contains: { const: 1 } }, [2], 'it is not as "contains" in the schema asks: it is [2]'],
  ])('%j of %j', (schema, value, text) => {
    expect(describeBreach(value, schema, [], firstBreach(value, schema))).toBe(text)
  })
  test('paths begin where the value was found', () => {
    expect(describeBreach({ id: 'x' }, ID, ['items', 0], firstBreach({ id: 'x' }, ID))).toBe(
      'items[0].id should be an integer, but it is "x", a string',
    )
  })
})

describe('what is no schema is an authoring error', () => {
  test.each<[Json, string]>([
    ['string', 'it is neither an object nor true or false'],
    [{ type: 'int' }, 'there is no type "int"'],
    [{ properties: { a: { pattern: '(' } } }, 'could not use the pattern "("'],
    [{ patternProperties: { '(': true } }, 'could not use the pattern "("'],
    [{ items: { $ref: '#/$defs/id' } }, 'it refers to "#/$defs/id", which is not in it'],
    [{ $ref: 'https://example.com/schema' }, 'it refers to "https://example.com/schema", which is not in it'],
    [{ $dynamicRef: '#a' }, '$dynamicRef, which is not known here'],
  ])('%j', (schema, why) => {
    expect(() => checkSchema(schema)).toThrow(AuthoringError)
    expect(() => checkSchema(schema)).toThrow(why)
  })
  test('but data in a schema may look like anything', () => {
    expect(() => checkSchema({ enum: [{ type: 'int', pattern: '(' }], $ref: '#' })).not.toThrow()
  })
})
