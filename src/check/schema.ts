/**
 * The check language as schemas of zod: what check.ts says in types, for checks that come from elsewhere. That the two
 * say the same is proved by the compiler, in schema.test.ts. Whether a check makes sense beyond its form is
 * validate.ts's to say.
 * @module
 */

import { z } from 'zod'
import { predicateSchema } from './schema-of-predicates.ts'
import { headersSchema, jsonSchema, subjectSchema, templateSchema } from './schema-of-subjects.ts'

const bodyTemplate = z
  .union([
    z.strictObject({ text: templateSchema }),
    z.strictObject({ base64: z.string() }),
    z.strictObject({ json: jsonSchema }),
    z.strictObject({ form: z.array(z.tuple([z.string(), templateSchema])) }),
    z.strictObject({
      multipart: z.array(
        z.strictObject({
          name: z.string(),
          content: z.union([z.strictObject({ text: z.string() }), z.strictObject({ base64: z.string() })]),
          filename: z.string().exactOptional(),
          type: z.string().exactOptional(),
        }),
      ),
    }),
  ])
  .describe('Plain, or made from data. json, form and multipart bring their content type, unless a header names one.')

const request = z.strictObject({
  method: z.string(),
  path: templateSchema.describe('Path and query, percent-encoded. Values that are named in it are encoded.'),
  headers: headersSchema,
  body: bodyTemplate.exactOptional(),
})

export const expectationSchema = z
  .strictObject({ subject: subjectSchema, predicate: predicateSchema })
  .meta({ id: 'Expectation' })

const expecting = {
  expect: z.array(expectationSchema),
  advice: z
    .array(z.strictObject({ when: z.array(expectationSchema), say: z.string() }))
    .exactOptional()
    .describe('Recognised mistakes: what to tell the learner when everything in `when` holds.'),
  save: z
    .record(z.string(), subjectSchema)
    .exactOptional()
    .describe('Names of values, and where they are found. To be there is expected of them.'),
}

const actor = z.string().exactOptional().describe("This actor's cookies are sent along and kept.")

const environment = z.record(z.string(), templateSchema).exactOptional().describe('Environment variables of the app.')

const send = z.strictObject({
  kind: z.literal('send'),
  request,
  actor,
  abort: z
    .union([z.strictObject({ chunks: z.number() }), z.strictObject({ ms: z.number() })])
    .exactOptional()
    .describe('When the client goes away.'),
  timeLimit: z.number().exactOptional().describe('Milliseconds.'),
  ...expecting,
})

const { save: _save, ...expectingNothingSaved } = expecting

export const stepSchema = z
  .discriminatedUnion('kind', [
    send,
    z.strictObject({
      kind: z.literal('parallel'),
      sends: z.array(z.strictObject({ request, actor, ...expectingNothingSaved })),
      ...expecting,
    }),
    z.strictObject({
      kind: z.literal('socket-open'),
      socket: z.string(),
      path: templateSchema,
      headers: headersSchema.exactOptional(),
      protocols: z.array(z.string()).exactOptional(),
      actor,
      ...expecting,
    }),
    z.strictObject({
      kind: z.literal('socket-send'),
      socket: z.string(),
      data: z.union([
        z.strictObject({ text: templateSchema }),
        z.strictObject({ base64: z.string() }),
        z.strictObject({ json: jsonSchema }),
      ]),
    }),
    z.strictObject({ kind: z.literal('socket-receive'), socket: z.string(), ...expecting }),
    z.strictObject({
      kind: z.literal('socket-close'),
      socket: z.string(),
      code: z.number().exactOptional(),
      reason: z.string().exactOptional(),
      ...expecting,
    }),
    z.strictObject({ kind: z.literal('stop'), ...expecting }),
    z.strictObject({ kind: z.literal('start'), env: environment, ...expecting }),
    z.strictObject({ kind: z.literal('wait'), ms: z.number().describe('At most 50.') }),
  ])
  .meta({ id: 'Step' })

export const generatorSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('word') }),
    z.strictObject({ kind: z.literal('text'), words: z.number() }),
    z.strictObject({ kind: z.literal('int'), min: z.number(), max: z.number() }),
    z.strictObject({ kind: z.literal('decimal'), min: z.number(), max: z.number(), digits: z.number() }),
    z.strictObject({ kind: z.literal('boolean') }),
    z.strictObject({ kind: z.literal('email') }),
    z.strictObject({ kind: z.literal('uuid') }),
    z.strictObject({ kind: z.literal('hex'), length: z.number() }),
    z.strictObject({ kind: z.literal('choice'), values: z.array(jsonSchema) }),
  ])
  .meta({ id: 'Generator', description: "A value that is made from the run's seed." })

export const checkSchema = z
  .strictObject({
    id: z.string().describe('Unique in its exercise, stable for ever: `created-status`.'),
    title: z.string().describe('What is demanded, as one line.'),
    why: z.string().describe('Why a server should behave so.'),
    unlikeFastapi: z.string().exactOptional().describe('Why the FastAPI original itself does not pass.'),
    env: environment,
    values: z
      .record(z.string(), generatorSchema)
      .exactOptional()
      .describe('Names of values, to be used as {{name}} in any step.'),
    steps: z.array(stepSchema).describe('In order, against one fresh app.'),
  })
  .meta({ id: 'Check' })
