import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Validator } from '@cfworker/json-schema'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import * as words from './authoring.ts'
import type { Check, Generator, Step } from './check.ts'
import type { Predicate, Subject } from './expectation.ts'
import { jsonSchemaOfChecks } from './json-schema.ts'
import type { Same } from './same-type.ts'
import { checkSchema, type generatorSchema, type stepSchema } from './schema.ts'
import type { predicateKinds } from './schema-of-predicates.ts'
import type { subjectKinds } from './schema-of-subjects.ts'

/** Does not compile when a schema and a type part. */
const proofs: readonly [
  Same<z.infer<typeof subjectKinds>, Subject>,
  Same<z.infer<typeof predicateKinds>, Predicate>,
  Same<z.infer<typeof stepSchema>, Step>,
  Same<z.infer<typeof generatorSchema>, Generator>,
  Same<z.infer<typeof checkSchema>, Check>,
] = [true, true, true, true, true]

const { ask, body, get, hangUp, hear, is, json, jwt, make, message, open, say, send, sendForm, sendJson, sendParts } =
  words

/** Every kind of step, and much of the rest. */
const CHECK: Check = {
  id: 'a',
  title: 'A',
  why: 'It is so.',
  env: { KEY: '{{word}}' },
  values: { word: make.word, text: make.text(2), pick: make.choice(1, 'a', null), cost: make.decimal(0, 1, 2) },
  steps: [
    send(sendJson('POST', '/{{word}}', { a: [1, null, { b: true }] }), [words.status(201)], {
      actor: 'alice',
      abort: { chunks: 1 },
      timeLimit: 100,
      save: { id: json('id').subject },
      advice: [{ when: [body.not.matches('^a')], say: 'No.' }],
    }),
    send(sendForm('POST', '/', [['a', 'b']]), [json('a').every(is.not.some(is.lessThan(3)))]),
    send(sendParts('POST', '/', { name: 'a', content: { base64: 'AA==' }, filename: 'b', type: 'c' }), []),
    words.together([ask(get('/', [['x', 'y']]), [jwt(json('t'), 'payload').exists()])], [words.statuses.hasItems(200)]),
    open('s', '/ws', [], { protocols: ['p'], headers: [['a', 'b']] }),
    say('s', { json: {} }),
    hear('s', [message('a').matchesSchema({ type: 'object' })]),
    hangUp('s', [words.closeCode.atLeast(1000)], { code: 4000, reason: 'bye' }),
    words.stop([words.log('error').hasAtMost(0)]),
    words.start({ env: { A: 'b' } }),
    words.wait(5),
  ],
}

const wrong: [string, unknown][] = [
  ['a check without steps', { ...CHECK, steps: undefined }],
  ['an unknown key', { ...CHECK, more: 1 }],
  ['an unknown kind of step', { ...CHECK, steps: [{ kind: 'sleep' }] }],
  ['an unknown key of a step', { ...CHECK, steps: [{ kind: 'wait', ms: 1, why: '' }] }],
  [
    'an unknown subject',
    { ...CHECK, steps: [{ kind: 'stop', expect: [{ subject: { kind: 'x' }, predicate: { kind: 'exists' } }] }] },
  ],
  [
    'a predicate inside one that is none',
    {
      ...CHECK,
      steps: [{ kind: 'stop', expect: [{ subject: { kind: 'body' }, predicate: { kind: 'not', predicate: {} } }] }],
    },
  ],
  [
    'a header that is no pair',
    { ...CHECK, steps: [{ kind: 'send', request: { method: 'GET', path: '/', headers: [['a']] }, expect: [] }] },
  ],
  ['no object', 'a'],
]

test('the schemas say what the types say', () => {
  expect(proofs).toEqual([true, true, true, true, true])
})

describe('the schema of zod', () => {
  test('takes every check as it is', () => {
    expect(checkSchema.parse(CHECK)).toEqual(CHECK)
  })
  test.each(wrong)('refuses %s', (_, value) => {
    expect(checkSchema.safeParse(JSON.parse(JSON.stringify(value))).success).toBe(false)
  })
})

describe('the JSON Schema', () => {
  const validator = new Validator(JSON.parse(JSON.stringify(jsonSchemaOfChecks())), '2020-12')
  test('takes every check', () => {
    expect(validator.validate([CHECK]).errors).toEqual([])
  })
  test.each(wrong)('refuses %s', (_, value) => {
    expect(validator.validate(JSON.parse(JSON.stringify([value]))).valid).toBe(false)
  })
  test('is the one in docs; UPDATE_DOCS=1 writes it anew, to be formatted', () => {
    const file = fileURLToPath(new URL('../../docs/check.schema.json', import.meta.url))
    const schema = jsonSchemaOfChecks()
    if (process.env.UPDATE_DOCS === '1') writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)))
  })
})
