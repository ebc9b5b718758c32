/**
 * Small Hono apps of the kind learners write.
 * @module
 */

import { Hono } from 'hono'
import { env, getRuntimeKey } from 'hono/adapter'
import { basicAuth } from 'hono/basic-auth'
import { bearerAuth } from 'hono/bearer-auth'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { deleteCookie, getCookie, getSignedCookie, setCookie, setSignedCookie } from 'hono/cookie'
import { cors } from 'hono/cors'
import { csrf } from 'hono/csrf'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { jwt, sign, verify } from 'hono/jwt'
import { logger } from 'hono/logger'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { stream, streamSSE, streamText } from 'hono/streaming'
import { timing } from 'hono/timing'
import { validator } from 'hono/validator'
import type { Cases } from '../case.ts'

const seen = async (response: Response) => [response.status, [...response.headers], await response.text()]

export const honoCases: Cases = {
  'cookies are set, read and deleted': async () => {
    const app = new Hono()
      .get('/set', c => {
        setCookie(c, 'a', '1', { path: '/', httpOnly: true, maxAge: 60, sameSite: 'Lax' })
        setCookie(c, 'b', 'ü ü')
        deleteCookie(c, 'old')
        return c.text('set')
      })
      .get('/get', c => c.json(getCookie(c)))
    return [
      await seen(await app.request('/set')),
      await seen(await app.request('/get', { headers: { cookie: 'a=1; b=%C3%BC' } })),
    ]
  },
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
  'cookies survive a header set after next()': async () => {
    const app = new Hono()
    app.use(async (c, next) => {
      await next()
      c.header('x-after', '1')
      c.header('set-cookie', 'late=1', { append: true })
    })
    app.get('/', c => {
      setCookie(c, 'a', '1')
      return c.json({ ok: true })
    })
    app.get('/redirect', c => c.redirect('/'))
    app.get('/native', () => Response.redirect('http://localhost/'))
    return [
      await seen(await app.request('/')),
      await seen(await app.request('/redirect')),
      await seen(await app.request('/native')),
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
  'compress compresses': async () => {
    const app = new Hono().use(compress({ threshold: 10 })).get('/', c => c.text('hello '.repeat(500)))
    const response = await app.request('/', { headers: { 'accept-encoding': 'gzip' } })
    const plain = response.body?.pipeThrough(new DecompressionStream('gzip'))
    return [[...response.headers], (await new Response(plain).text()).length, await seen(await app.request('/'))]
  },
  'etag answers 304': async () => {
    const app = new Hono().use(etag()).get('/', c => c.json({ a: 1 }))
    const first = await app.request('/')
    const tag = first.headers.get('etag') ?? ''
    return [await seen(first), await seen(await app.request('/', { headers: { 'if-none-match': tag } }))]
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
  'request id and timing': async () => {
    const app = new Hono().use(requestId(), timing()).get('/', c => c.json({ length: c.get('requestId').length }))
    const response = await app.request('/')
    return [
      response.status,
      await response.json(),
      response.headers.has('server-timing'),
      response.headers.has('x-request-id'),
    ]
  },
  'secure headers': async () => {
    const app = new Hono().use(secureHeaders()).get('/', c => c.html('<p>'))
    return seen(await app.request('/'))
  },
  'errors become answers': async () => {
    const app = new Hono()
    app.get('/http', () => {
      throw new HTTPException(404, { message: 'Item 3 not found' })
    })
    app.get('/own', () => {
      throw new HTTPException(401, {
        res: Response.json({ detail: 'no' }, { status: 401, headers: { 'set-cookie': 'a=1' } }),
      })
    })
    app.get('/json204', c => c.json({}, 204 as 200))
    app.onError((error, c) => (error instanceof HTTPException ? error.getResponse() : c.text(error.name, 500)))
    return Promise.all(['/http', '/own', '/json204', '/missing'].map(async path => seen(await app.request(path))))
  },
  'validators see the request': async () => {
    const app = new Hono().post(
      '/:id',
      validator('json', value => value),
      validator('query', value => value),
      validator('header', value => value),
      validator('cookie', value => value),
      c =>
        c.json([
          c.req.valid('json'),
          c.req.valid('query'),
          c.req.valid('header'),
          c.req.valid('cookie'),
          c.req.param('id'),
        ]),
    )
    const headers = { 'content-type': 'application/json', cookie: 'a=1', 'user-agent': 'u', referer: 'http://r/' }
    return [
      await seen(await app.request('/7?q=x', { method: 'POST', headers, body: '{"n":1}' })),
      await seen(await app.request('/7', { method: 'POST', headers, body: '{' })),
    ]
  },
  'uploads are parsed': async () => {
    const app = new Hono().post('/', async c => {
      const { file, name } = await c.req.parseBody()
      return c.json(file instanceof File ? [file.name, file.type, await file.text(), name] : 'no file')
    })
    const body = new FormData()
    body.append('file', new File(['bytes'], 'a b.txt', { type: 'text/plain' }))
    body.append('name', 'Jörg')
    return [
      await seen(await app.request('/', { method: 'POST', body })),
      await seen(
        await app.request('/', { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data' } }),
      ),
    ]
  },
  'a body limit holds': async () => {
    const app = new Hono().post('/', bodyLimit({ maxSize: 5 }), async c => c.text(await c.req.text()))
    const post = (body: string) =>
      app.request('/', { method: 'POST', body, headers: { 'content-length': String(body.length) } })
    return [await seen(await post('12345')), await seen(await post('123456'))]
  },
  'streams and server-sent events': async () => {
    const app = new Hono()
      .get('/text', c =>
        streamText(c, async out => {
          await out.writeln('one')
          await out.write('two')
        }),
      )
      .get('/bytes', c => stream(c, async out => void (await out.write(new Uint8Array([1, 2])))))
      .get('/events', c =>
        streamSSE(c, async out => {
          await out.writeSSE({ data: 'a', event: 'first', id: '1' })
          await out.writeSSE({ data: 'b' })
        }),
      )
    return Promise.all(['/text', '/bytes', '/events'].map(async path => seen(await app.request(path))))
  },
  'env is process.env': async () => {
    process.env.RENDITION_CASE = 'value'
    const app = new Hono().get('/', c => c.json(env(c).RENDITION_CASE ?? null))
    return [getRuntimeKey(), await seen(await app.request('/'))]
  },
  'the logger writes lines': async ({ written }) => {
    process.env.NO_COLOR = '1'
    const app = new Hono().use(logger()).get('/', c => c.text('x'))
    await app.request('/')
    return written().map(line => line.replace(/\d+ms/, 'ms'))
  },
  'a raw Request is answered, with what the client sent': async () => {
    const app = new Hono().all('*', async c => c.json([c.req.method, c.req.path, c.req.header(), await c.req.text()]))
    const headers: [string, string][] = [
      ['cookie', 'a=1'],
      ['host', 'localhost'],
      ['accept-encoding', 'gzip'],
      ['x', '1'],
      ['x', '2'],
    ]
    return [
      await seen(await app.fetch(new Request('http://localhost/p', { method: 'PUT', headers, body: 'body' }))),
      await seen(await app.request(new Request('http://localhost/p', { headers }), { method: 'DELETE' })),
    ]
  },
}
