/**
 * Schemas of what an expectation asks.
 * @module
 */

import { z } from 'zod'
import type { Predicate } from './expectation.ts'
import { jsonSchema, templateSchema } from './schema-of-subjects.ts'

/** A predicate inside another is looked up late: it is one of these. */
const inner: z.ZodType<Predicate> = z.lazy(() => predicateSchema)

/** The kinds of predicates; `predicateSchema` is the same under its own name. */
export const predicateKinds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('equals'), value: jsonSchema }).describe('Deep equality with types.'),
  z.strictObject({ kind: z.literal('one-of'), values: z.array(jsonSchema) }),
  z.strictObject({ kind: z.literal('contains'), text: templateSchema }),
  z.strictObject({ kind: z.literal('starts-with'), text: templateSchema }),
  z.strictObject({ kind: z.literal('ends-with'), text: templateSchema }),
  z.strictObject({ kind: z.literal('matches'), pattern: z.string() }).describe('With the u flag.'),
  z.strictObject({
    kind: z.literal('format'),
    format: z.enum(['uuid', 'date', 'date-time', 'http-date', 'email', 'url', 'base64']),
  }),
  z.strictObject({
    kind: z.literal('type'),
    type: z.enum(['null', 'boolean', 'number', 'integer', 'string', 'array', 'object']),
  }),
  z.strictObject({
    kind: z.literal('compare'),
    operator: z.enum(['<', '<=', '>', '>=']),
    value: z.union([z.number(), templateSchema]),
  }),
  z.strictObject({
    kind: z.literal('length'),
    length: z.number(),
    bound: z.enum(['exactly', 'at-least', 'at-most']).exactOptional(),
  }),
  z
    .strictObject({ kind: z.literal('subset'), value: jsonSchema })
    .describe('Objects may have more keys, arrays may not have more items.'),
  z.strictObject({ kind: z.literal('unordered'), values: z.array(jsonSchema) }),
  z.strictObject({ kind: z.literal('some'), predicate: inner }),
  z.strictObject({ kind: z.literal('every'), predicate: inner }),
  z.strictObject({ kind: z.literal('schema'), schema: jsonSchema }).describe('JSON Schema 2020-12.'),
  z.strictObject({ kind: z.literal('exists') }),
  z.strictObject({ kind: z.literal('absent') }),
  z.strictObject({ kind: z.literal('not'), predicate: inner }),
])

export const predicateSchema: z.ZodType<Predicate> = predicateKinds.meta({ id: 'Predicate' })
