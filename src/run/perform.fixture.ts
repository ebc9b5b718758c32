/**
 * A small real app, and the ways to perform checks on it.
 * @module
 */

import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Check, SendStep, Step } from '../check/check.ts'
import type { CheckTranscript, Happened } from '../check/result.ts'
import type { HttpResponse } from '../http/http.ts'
import { LIMITS, type Limits } from '../sandbox/limits.ts'
import type { Env } from '../sandbox/sandbox.ts'
import { LocalApp, type LocalProgram, upgradeWebSocket } from './local-app.fixture.ts'
import { type PerformOptions, performChecks } from './perform.ts'

const inChunks = (texts: readonly string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const text of texts) controller.enqueue(new TextEncoder().encode(text))
      controller.close()
    },
  })

/** Items that live as long as the program, a visitor's cookie, a room, and what goes wrong. */
export const program = (env: Env = {}): LocalProgram => {
  const app = new Hono()
  const items = new Map<string, unknown>()
  app.post('/items', async c => {
    const id = String(items.size + 1)
    items.set(id, await c.req.json())
    return c.json({ id, number: items.size }, 201, { location: `/items/${id}` })
  })
  app.get('/items/:id', c =>
    items.has(c.req.param('id')) ? c.json(items.get(c.req.param('id')) ?? null) : c.notFound(),
  )
  app.get('/count', c => c.json(items.size))
  app.post('/login/:name', c => {
    setCookie(c, 'visitor', c.req.param('name'))
    return c.body(null, 204)
  })
  app.get('/visitor', c => c.json(getCookie(c)))
  app.get('/env', c => c.json(env))
  app.get('/hangs', () => new Promise(() => undefined))
  app.get('/slow-then-fast/:ms', async c => {
    await new Promise(resolve => setTimeout(resolve, Number(c.req.param('ms'))))
    return c.text(c.req.param('ms'))
  })
  app.get('/chunks', () => new Response(inChunks(['a', 'b', 'c'])))
  app.get(
    '/echo',
    upgradeWebSocket(() => ({
      onMessage: ({ data }, ws) =>
        data === 'bye'
          ? ws.close(4000, 'as you wish')
          : ws.send(typeof data === 'string' ? `${data}!` : new Uint8Array(data as ArrayBuffer)),
    })),
  )
  return {
    fetch: (request, bindings) =>
      new URL(request.url).pathname === '/throws'
        ? Promise.reject(new Error('no'))
        : app.fetch(request, bindings as Env),
  }
}

export const get = (path: string, rest: Partial<SendStep> = {}): SendStep => ({
  kind: 'send',
  request: { method: 'GET', path, headers: [] },
  expect: [],
  ...rest,
})
export const post = (path: string, json: string, rest: Partial<SendStep> = {}): SendStep => ({
  ...get(path, rest),
  request: { method: 'POST', path, headers: [], body: { json } },
})
export const check = (steps: readonly Step[], rest: Partial<Check> = {}): Check => ({
  id: 'a',
  title: 'a',
  why: '',
  steps,
  ...rest,
})

interface Options extends Partial<Omit<PerformOptions, 'limits'>> {
  readonly limits?: Partial<Limits>
  readonly load?: (env: Env) => LocalProgram
}

export const performing = (checks: readonly Check[], { limits, load = program, ...rest }: Options = {}) => {
  const end = rest.end ?? new AbortController()
  const app = new LocalApp(load, end.signal)
  const options = { limits: { ...LIMITS, ...limits }, seed: 1, source: null, unable: [], ...rest, end }
  return { app, performed: performChecks(app, checks, options) }
}
export const perform = async (one: Check, options: Options = {}): Promise<CheckTranscript> => {
  const [performed] = await Promise.all(performing([one], options).performed)
  if (!performed) throw new Error('nothing was performed')
  return performed.transcript
}

export const responseOf = (happened: Happened | null | undefined): HttpResponse | null =>
  happened?.kind === 'exchange' ? happened.exchange.response : null
export const bodies = ({ happened }: CheckTranscript): unknown[] =>
  happened.map(one => {
    const body = responseOf(one)?.body
    return body && 'text' in body ? body.text : null
  })
