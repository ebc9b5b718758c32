/**
 * Schemas of what an expectation looks at, and of what all parts of a check are made of.
 * @module
 */

import { z } from 'zod'
import type { Json, Subject } from './expectation.ts'

export const jsonSchema: z.ZodType<Json> = z
  .lazy(() =>
    z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(jsonSchema), z.record(z.string(), jsonSchema)]),
  )
  .meta({ id: 'Json', description: 'Any JSON value. A string that is nothing but {{name}} becomes the value itself.' })

export const templateSchema = z.string().meta({ id: 'Template', description: 'A text that may name values: {{name}}.' })

export const headersSchema = z
  .array(z.tuple([z.string(), z.string()]))
  .meta({ id: 'Headers', description: 'Names and values in order; both may name values.' })

const name = z.string()
const path = z.string().describe('A place in JSON: $ for all of it, else keys and indices, detail[0].loc, ["odd key"].')

/** A token's own subject is looked up late: it is one of these. */
const token: z.ZodType<Subject> = z.lazy(() => subjectSchema)

/** The kinds of subjects; `subjectSchema` is the same under its own name. */
export const subjectKinds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status') }),
  z.strictObject({ kind: z.literal('header'), name }).describe('All values of a header.'),
  z.strictObject({ kind: z.literal('header-items'), name }).describe('Its comma-separated items, in lower case.'),
  z.strictObject({ kind: z.literal('media-type') }).describe('content-type without parameters, in lower case.'),
  z.strictObject({
    kind: z.literal('cookie'),
    name,
    attribute: z
      .enum(['value', 'expires', 'max-age', 'domain', 'path', 'secure', 'http-only', 'same-site', 'deleted'])
      .exactOptional(),
  }),
  z.strictObject({ kind: z.literal('body') }).describe('As text.'),
  z.strictObject({ kind: z.literal('bytes') }).describe('The body as base64; a length counts bytes.'),
  z.strictObject({ kind: z.literal('sha256') }).describe('Of the body, in lower-case hexadecimal.'),
  z.strictObject({ kind: z.literal('json'), path }),
  z
    .strictObject({ kind: z.literal('jwt'), token, part: z.enum(['header', 'payload']), path })
    .describe('A place in a JSON Web Token, whose signature is not verified.'),
  z.strictObject({ kind: z.literal('chunks') }).describe("The texts of the body's chunks."),
  z.strictObject({ kind: z.literal('streamed') }).describe('Whether the first chunk came before the last was sent.'),
  z
    .strictObject({ kind: z.literal('events'), path, data: z.enum(['text', 'json']).exactOptional() })
    .describe('A place in the list of server-sent events.'),
  z
    .strictObject({ kind: z.literal('json-lines'), path })
    .describe("A place in the list of the values of the body's lines, each of which is JSON."),
  z.strictObject({ kind: z.literal('statuses') }).describe('Of a parallel step, in the order of its requests.'),
  z.strictObject({ kind: z.literal('finished') }).describe('Numbers of the requests of a parallel step, as answered.'),
  z.strictObject({ kind: z.literal('message'), path: path.exactOptional() }),
  z.strictObject({ kind: z.literal('message-type') }).describe('text or binary.'),
  z.strictObject({ kind: z.literal('close-code') }),
  z.strictObject({ kind: z.literal('close-reason') }),
  z.strictObject({ kind: z.literal('started') }).describe('Of a start: whether the app did, or refused to.'),
  z.strictObject({
    kind: z.literal('log'),
    level: z.enum(['debug', 'log', 'info', 'warn', 'error']).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('source'), path: z.string() }).describe("The text of one of the learner's files."),
])

export const subjectSchema: z.ZodType<Subject> = subjectKinds.meta({ id: 'Subject' })
