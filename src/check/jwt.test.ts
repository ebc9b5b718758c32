import { expect, test } from 'vitest'
import { missing, unreadable, value } from './actual.ts'
import { AuthoringError } from './authoring-error.ts'
import type { Json, Subject } from './expectation.ts'
import { readJwt } from './jwt.ts'

type Jwt = Extract<Subject, { kind: 'jwt' }>

const encoded = (json: Json): string => Buffer.from(JSON.stringify(json)).toString('base64url')
const TOKEN = `${encoded({ alg: 'HS256' })}.${encoded({ sub: 'Jörg?>', exp: 1 })}.c2ln`
const jwt = (rest: Partial<Jwt>): Jwt => ({ kind: 'jwt', token: { kind: 'body' }, part: 'payload', path: '$', ...rest })

test('both parts can be looked into', () => {
  expect(readJwt(value(TOKEN), jwt({ path: 'sub' }))).toEqual(value('Jörg?>'))
  expect(readJwt(value(TOKEN), jwt({ part: 'header' }))).toEqual(value({ alg: 'HS256' }))
})

test('a claim that is not there is missing, beside the claims that are', () => {
  expect(readJwt(value(TOKEN), jwt({ path: 'aud' }))).toEqual({
    kind: 'missing',
    nearest: { path: '$', value: { sub: 'Jörg?>', exp: 1 } },
  })
})

test.each<[string, ReturnType<typeof readJwt>, string]>([
  ['no token', missing, 'there is no token'],
  ['nothing to look for one in', unreadable('the body is empty'), 'the body is empty'],
  ['a number', value(3), 'the token is not a string'],
  ['two parts', value('a.b'), 'the token is not a JSON Web Token: that has 3 parts with dots between them, this has 2'],
  ['padded base64', value('a.YQ==.c'), 'the payload of the token is not base64url'],
  ['half a byte', value('a.YWJjZ.c'), 'the payload of the token is not base64url'],
  ['bytes that are no text', value('a._w.c'), 'the payload of the token is not base64url'],
  ['text that is no JSON', value('a.YQ.c'), 'the payload of the token is not JSON: "a"'],
  ['an empty part', value('a..c'), 'the payload of the token is empty'],
])('%s cannot be read', (_, token, why) => {
  expect(readJwt(token, jwt({}))).toEqual(unreadable(why))
})

test('a malformed path is an authoring error, whatever came', () => {
  expect(() => readJwt(missing, jwt({ path: 'a..b' }))).toThrow(AuthoringError)
})
