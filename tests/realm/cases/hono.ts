/**
 * Small Hono apps of the kind learners write.
 * @module
 */

import { Hono } from 'hono'
import { env, getRuntimeKey } from 'hono/adapter'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { logger } from 'hono/logger'
import { requestId } from 'hono/request-id'
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
