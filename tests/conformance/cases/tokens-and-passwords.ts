/**
 * JWT with every algorithm of hono/jwt, JWK, basic and bearer authentication.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { look, saving } from '../words.ts'
import { tokens } from './tokens.ts'

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
const algorithms = Object.entries(tokens)
/** Those whose signature of the same text is always the same (RFC 7518 §3.2, §3.3, RFC 8032). */
const isDeterministic = (alg: string) => /^(HS|RS|Ed)/.test(alg)
const token = { token: { kind: 'body' } } as const

export const jwt = area('jwt', 'JSON Web Tokens', 'jwt', [
  ...algorithms.map(([alg, foreign]) => ({
    name: `${alg}: signs, verifies, refuses a change`,
    steps: [
      look(`/round/${alg}`)(
        json('[0]').equals({ alg, typ: 'JWT' }),
        json('[1]').equals({ sub: 'ann' }),
        json('[2]').equals({ sub: 'ann' }),
      ),
      look(`/changed/${alg}`)(status(401), json('error').equals('JwtTokenSignatureMismatched')),
      look(`/with/${alg}/me`, bearer(foreign))(status(200), json().equals({ sub: 'ann', alg })),
      look(`/with/${alg}/me`, bearer(`${foreign.slice(0, -6)}AAAAAA`))(status(401)),
      ...(isDeterministic(alg) ? [look(`/sign/${alg}`)(status(200))] : []),
    ],
    ...(['HS256', 'RS256', 'ES256'].includes(alg) && { smoke: true as const }),
  })),
  {
    name: 'a token of another algorithm is refused',
    steps: [
      look('/with/HS256/me', bearer(tokens.HS512))(status(401)),
      look('/with/RS256/me', bearer(tokens.PS256))(status(401)),
    ],
  },
  {
    name: 'an unsigned token is refused',
    steps: [look('/with/HS256/me', bearer('eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0.'))(status(401))],
  },
  {
    name: 'no token, no entry',
    steps: [look('/with/HS256/me')(status(401), header('www-authenticate').contains('Bearer'))],
  },
  {
    name: 'what is no token is refused',
    steps: [
      look('/with/HS256/me', bearer('words'))(status(401)),
      look('/with/HS256/me', bearer('a b'))(status(401)),
      look('/with/HS256/me', { Authorization: 'Basic eDp5' })(status(401)),
    ],
  },
  ...['expired', 'early', 'future'].map(kind => ({
    name: `a token that is ${kind === 'future' ? 'issued in the future' : kind} is refused`,
    steps: [saving(look(`/claims?kind=${kind}`)(), token), look('/with/HS256/me', bearer('{{token}}'))(status(401))],
    mask: ['eyJ[\\w.-]+', '17\\d{8}|18\\d{8}'],
  })),
  {
    name: 'a token in its time passes',
    steps: [
      saving(look('/claims?kind=good')(), token),
      look('/with/HS256/me', bearer('{{token}}'))(json('sub').equals('ann')),
    ],
  },
  {
    name: 'a token in a cookie or another header',
    steps: [
      look('/cookie/me', { Cookie: `token=${tokens.HS256}` })(json('sub').equals('ann')),
      look('/cookie/me')(status(401)),
      look('/header/me', { 'X-Token': `Bearer ${tokens.HS256}` })(json('sub').equals('ann')),
    ],
  },
  {
    name: 'the issuer is verified',
    steps: [
      look('/issued/me', bearer(tokens.HS256))(status(401)),
      saving(look('/token?iss=rendition')(), token),
      look('/issued/me', bearer('{{token}}'))(json('iss').equals('rendition')),
    ],
  },
  {
    name: 'a JWK is chosen by its id',
    smoke: true,
    steps: [
      saving(look('/kid/one')(), { one: { kind: 'body' } }),
      look('/jwk/me', bearer('{{one}}'))(status(200)),
      saving(look('/kid/two')(), { two: { kind: 'body' } }),
      look('/jwk/me', bearer('{{two}}'))(status(200)),
      saving(look('/kid/three')(), { three: { kind: 'body' } }),
      look('/jwk/me', bearer('{{three}}'))(status(401)),
    ],
    mask: ['eyJ[\\w.-]+'],
  },
  {
    name: 'anonymous clients may be let in',
    steps: [look('/anonymous/me')(status(200)), look('/anonymous/me', bearer('a.b.c'))(status(401))],
  },
  { name: 'keys of a set', steps: [look('/jwks')(json('sub').equals('ann'))] },
])

const basic = (name: string, password: string) => ({
  Authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
})

export const auth = area('auth', 'Basic and bearer authentication', 'auth', [
  {
    name: 'basic: the right password',
    smoke: true,
    steps: [look('/basic/page', basic('jörg', 'pass:wörd'))(status(200), body.equals('hello Basic'))],
  },
  {
    name: 'basic: none, a wrong one, and what is no password',
    steps: [
      look('/basic/page')(status(401), header('www-authenticate').equals('Basic realm="the \\"shop\\""')),
      look('/basic/page', basic('jörg', 'x'))(status(401)),
      look('/basic/page', { Authorization: 'Basic !!!' })(status(401)),
    ],
  },
  {
    name: 'basic: several users',
    steps: [
      look('/basic-two/page', basic('b', '2'))(status(200)),
      look('/basic-two/page', basic('b', '1'))(status(401)),
    ],
  },
  {
    name: 'basic: a rule of its own',
    steps: [
      look('/basic-own/page', basic('x', 'x'))(status(200)),
      look('/basic-own/page', basic('x', 'y'))(status(401), json().equals({ error: 'who?' })),
    ],
  },
  { name: 'bearer: a token of the list', steps: [look('/bearer/page', bearer('two'))(status(200))] },
  {
    name: 'bearer: none, a wrong one, a malformed one',
    steps: [
      look('/bearer/page')(status(401), header('www-authenticate').equals('Bearer realm="api"')),
      look('/bearer/page', bearer('three'))(status(401), header('www-authenticate').contains('invalid_token')),
      look('/bearer/page', bearer('a b'))(status(400), header('www-authenticate').contains('invalid_request')),
    ],
  },
  {
    name: 'bearer: a rule of its own',
    steps: [
      look('/bearer-own/page', bearer('ok-1'))(status(200)),
      look('/bearer-own/page', bearer('no-1'))(status(401), json().equals({ error: 'no' })),
    ],
  },
  {
    name: 'bearer: another header and another prefix',
    steps: [
      look('/bearer-header/page', { 'X-Key': 'one' })(status(200)),
      look('/bearer-bot/page', { Authorization: 'Bot one' })(status(200)),
      look('/bearer-bot/page', bearer('one'))(status(400)),
    ],
  },
])
