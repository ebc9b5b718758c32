import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { afterEach, expect, test, vi } from 'vitest'
import type { Exchange, LogLine } from '../http/http.ts'
import { answer, exchange, failure } from './exchange.fixture.ts'
import { platformAdvice } from './platform-advice.ts'

afterEach(() => vi.restoreAllMocks())

/** What real Hono makes of a request, as an engine would report it. */
const exchangeWith = async (app: Hono, method: string, path: string): Promise<Exchange> => {
  const log: LogLine[] = []
  vi.spyOn(console, 'error').mockImplementation((first: unknown) => {
    log.push({ level: 'error', text: first instanceof Error ? (first.stack ?? '') : String(first) })
  })
  const request = { method, path, headers: [] }
  const response: unknown = await app.request(path, { method })
  if (!(response instanceof Response)) {
    const message = response instanceof Error ? `${response.name}: ${response.message}` : typeof response
    return { ...exchange(null), request, log, failure: failure('no-response', message) }
  }
  const arrived = {
    status: response.status,
    headers: [...response.headers],
    body: { text: await response.text() },
    chunks: [],
    complete: true,
  }
  return { ...exchange(arrived), request, log }
}

/** A handler as a learner may write it past the type checker. */
const answering = (handler: (c: Context) => unknown): Hono => {
  const app = new Hono()
  Reflect.apply(app.get, app, ['/', handler])
  return app
}
const behindMiddleware = (handler: (c: Context) => unknown): Hono => {
  const app = new Hono().use(async (_, next) => {
    await next()
  })
  Reflect.apply(app.get, app, ['/', handler])
  return app
}
const json = (c: Context, value: unknown, status: number): unknown => Reflect.apply(c.json, c, [value, status])

const NO_BODY =
  'An answer with status 204, 205 or 304 cannot have a body, not even an empty text: c.json(…, 204) and c.text(…, 204) throw. Return c.body(null, 204).'
const RETURN_RESPONSE =
  'A handler must return a Response, and Hono does not turn other values into one as FastAPI does. Return c.json(value), c.text(text) or c.body(null, 204).'

test.each<[string, Hono, string]>([
  ['c.json with 204', answering(c => json(c, {}, 204)), NO_BODY],
  ['a plain object', answering(() => ({ name: 'Foo' })), RETURN_RESPONSE],
  [
    'a returned exception',
    answering(() => new HTTPException(404, { message: 'Item not found' })),
    'A handler returned an exception. Throw it: only a thrown HTTPException becomes an answer.',
  ],
  [
    'a lone handler that returns nothing',
    answering(() => undefined),
    'Nothing answered GET /: no route has this method and path, or its handler returned nothing. The text "404 Not Found" is Hono\'s own.',
  ],
  [
    'a handler behind a middleware that returns nothing',
    behindMiddleware(() => undefined),
    'A handler returned nothing, so Hono answered 500. Return the answer: return c.json(…). In a middleware, await next().',
  ],
  [
    'a throw',
    answering(() => {
      throw new RangeError('too far')
    }),
    'A handler threw an error that nothing caught, so Hono answered 500: RangeError: too far',
  ],
  [
    'JSON encoded twice',
    answering(c => c.json(JSON.stringify({ name: 'Foo' }))),
    'The body is JSON inside a JSON string. c.json() encodes by itself: hand it the value, not JSON.stringify(value).',
  ],
  [
    'an object as text',
    answering(c => c.text(`${{}}`)),
    'An object was put into a text, which makes it "[object Object]". Return it with c.json(value).',
  ],
])('%s is recognised in what Hono does with it', async (_, app, advice) => {
  expect(platformAdvice(await exchangeWith(app, 'GET', '/'), 'send')).toEqual([advice])
})

test('an unmatched route is named by its method and path, without the query', async () => {
  const [advice] = platformAdvice(await exchangeWith(new Hono(), 'POST', '/items?name=Foo'), 'send')
  expect(advice).toContain('Nothing answered POST /items: no route')
})

test.each<[string, (c: Context) => unknown]>([
  ['an empty 204', c => c.body(null, 204)],
  ['a 404 of the learner’s own', c => c.json({ detail: 'Item 3 not found' }, 404)],
  ['a 500 of the learner’s own', c => c.text('Internal Server Error', 500)],
  ['a JSON string', c => c.json('3')],
  ['a thrown HTTPException', () => Promise.reject(new HTTPException(404, { message: 'gone' }))],
])('%s is no mistake', async (_, handler) => {
  expect(platformAdvice(await exchangeWith(answering(handler), 'GET', '/'), 'send')).toEqual([])
})

test.each([
  "TypeError: Failed to construct 'Response': Response with null body status cannot have body",
  'TypeError: Response constructor: Invalid response status code 204',
  'TypeError: Response constructor: Response body is given with a null body status.',
  'TypeError: Response cannot have a body with the given status.',
])('the null body error of every platform is recognised, thrown through Hono or not: %s', text => {
  const logged: LogLine[] = [{ level: 'error', text }]
  expect(platformAdvice(exchange(null, { log: logged }), 'send')).toEqual([NO_BODY])
  expect(platformAdvice(exchange(null, { failure: failure('threw', text) }), 'send')).toEqual([NO_BODY])
})

test.each([
  ['Error: Failed query\n    at app.ts:1:1 {\n  [cause]: Error: UNIQUE constraint failed\n      at app.ts:2:1\n}'],
  [
    'Error: Failed query\n    at app.ts:1:1 {\n  params: [],\n  cause: Error: UNIQUE constraint failed {\n    code: 19\n}',
  ],
])('what an error was thrown because of is said too: %s', text => {
  const failed = exchange(answer(500, 'Internal Server Error'), { log: [{ level: 'error', text }] })
  expect(platformAdvice(failed, 'send')).toEqual([
    'A handler threw an error that nothing caught, so Hono answered 500: Error: Failed query, because of Error: UNIQUE constraint failed',
  ])
})

test('an ordinary answer to a WebSocket handshake', () => {
  const answered = (status: number) => platformAdvice(exchange(answer(status)), 'socket-open')
  expect(answered(200)).toEqual([expect.stringContaining('an ordinary answer came, 200 OK')])
  expect(answered(101)).toEqual([])
  expect(answered(403)).toEqual([])
  expect(platformAdvice(exchange(answer(200)), 'send')).toEqual([])
})
