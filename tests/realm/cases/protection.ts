/**
 * Small Hono apps that protect something.
 * @module
 */

import { Hono } from 'hono'
import { basicAuth } from 'hono/basic-auth'
import { bearerAuth } from 'hono/bearer-auth'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import { cors } from 'hono/cors'
import { csrf } from 'hono/csrf'
import { jwt, sign, verify } from 'hono/jwt'
import { secureHeaders } from 'hono/secure-headers'
import type { Cases } from '../case.ts'

const seen = async (response: Response) => [response.status, [...response.headers], await response.text()]

export const protectionCases: Cases = {
  'signed cookies are verified': async () => {
    const app = new Hono()
      .get('/set', async c => {
        await setSignedCookie(c, 'user', 'Ann', 'secret')
        return c.text('set')
      })
      .get('/get', async c => c.json({ user: await getSignedCookie(c, 'secret', 'user') }))
    const set = await app.request('/set')
    const cookie = set.headers.get('set-cookie')?.split(';')[0] ?? ''
    return [
      await seen(set),
      await seen(await app.request('/get', { headers: { cookie } })),
      await seen(await app.request('/get', { headers: { cookie: cookie.replace('Ann', 'Bob') } })),
    ]
  },
  'cors answers preflights and origins': async () => {
    const app = new Hono()
    app.use(cors({ origin: ['http://a.example'], allowMethods: ['GET', 'PUT'], credentials: true, maxAge: 600 }))
    app.put('/', c => c.text('put'))
    const preflight = {
      method: 'OPTIONS',
      headers: {
        origin: 'http://a.example',
        'access-control-request-headers': 'x-a, x-b',
        'access-control-request-method': 'PUT',
      },
    }
    return [
      await seen(await app.request('/', preflight)),
      await seen(await app.request('/', { method: 'PUT', headers: { origin: 'http://a.example' } })),
      await seen(await app.request('/', { method: 'PUT', headers: { origin: 'http://b.example' } })),
    ]
  },
  'csrf refuses forms of other origins': async () => {
    const app = new Hono().use(csrf()).post('/', c => c.text('posted'))
    const post = (origin: string) =>
      app.request('http://localhost/', {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'a=1',
      })
    return [await seen(await post('http://localhost')), await seen(await post('http://evil.example'))]
  },
  'basic auth': async () => {
    const app = new Hono().use(basicAuth({ username: 'u', password: 'p' })).get('/', c => c.text('in'))
    const as = (credentials: string) => app.request('/', { headers: { authorization: `Basic ${btoa(credentials)}` } })
    return [await seen(await as('u:p')), await seen(await as('u:q')), await seen(await app.request('/'))]
  },
  'bearer auth': async () => {
    const app = new Hono().use(bearerAuth({ token: 'secret' })).get('/', c => c.text('in'))
    const as = (authorization: string) => app.request('/', { headers: { authorization } })
    return [
      await seen(await as('Bearer secret')),
      await seen(await as('Bearer other')),
      await seen(await app.request('/')),
    ]
  },
  'jwt with HS256': async () => {
    const token = await sign({ sub: 'ann', exp: 4_000_000_000 }, 'secret', 'HS256')
    const app = new Hono().use(jwt({ secret: 'secret', alg: 'HS256' })).get('/', c => c.json(c.get('jwtPayload')))
    const as = (given: string) => app.request('/', { headers: { authorization: `Bearer ${given}` } })
    return [token, await seen(await as(token)), await seen(await as(`${token}x`)), await seen(await app.request('/'))]
  },
  'jwt with ES256 and RS256': async () => {
    const trip = async (generate: object, alg: 'ES256' | 'RS256') => {
      const pair = (await crypto.subtle.generateKey(generate as EcKeyGenParams, true, [
        'sign',
        'verify',
      ])) as CryptoKeyPair
      const privateKey = await crypto.subtle.exportKey('jwk', pair.privateKey)
      const token = await sign({ sub: 'ann' }, { ...privateKey, alg }, alg)
      const publicKey = await crypto.subtle.exportKey('jwk', pair.publicKey)
      const wrong = `${token.slice(0, -12)}${'A'.repeat(12)}`
      return [
        await verify(token, { ...publicKey, alg }, alg),
        await verify(token, pair.publicKey, alg),
        await verify(wrong, publicKey, alg).then(
          () => 'verified',
          error => error.name,
        ),
      ]
    }
    const rsa = {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    }
    return [await trip({ name: 'ECDSA', namedCurve: 'P-256' }, 'ES256'), await trip(rsa, 'RS256')]
  },
  'secure headers': async () => {
    const app = new Hono().use(secureHeaders()).get('/', c => c.html('<p>'))
    return seen(await app.request('/'))
  },
}
