import { describe, expect, it } from 'vitest'
import { headerValues } from '../../src/http/headers.ts'
import { bodyText, startApp } from './node-app.ts'

describe('an answer of the node engine', () => {
  it('is that of a Hono app over real HTTP, with the header lines of the wire', async () => {
    const { get } = await startApp(`
      import { Hono } from 'hono'
      import { setCookie } from 'hono/cookie'
      export default new Hono().get('/hello', c => {
        setCookie(c, 'a', '1')
        setCookie(c, 'b', '2', { httpOnly: true })
        return c.text('Hello, Jörg 👋', 201)
      })`)
    const { response, failure } = await get('/hello')
    expect(failure).toBeNull()
    expect(response).toMatchObject({ status: 201, body: { text: 'Hello, Jörg 👋' }, complete: true })
    expect(headerValues(response?.headers ?? [], 'set-cookie')).toEqual(['a=1; Path=/', 'b=2; Path=/; HttpOnly'])
    expect(headerValues(response?.headers ?? [], 'content-length')).toEqual(['17'])
    expect(response?.chunks).toHaveLength(1)
  })

  it('is given to a request with Host, Cookie, Origin and repeated lines as they were sent', async () => {
    const { send } = await startApp(`
      import { Hono } from 'hono'
      export default new Hono().post('/', async c => c.json({
        url: c.req.url, tags: c.req.header('x-tag'), cookie: c.req.header('cookie'), origin: c.req.header('origin'),
        body: await c.req.text(),
      }))`)
    const headers = [
      ['Host', 'shop.example'],
      ['Cookie', 'a=1'],
      ['Cookie', 'b=2'],
      ['Origin', 'https://page.example'],
      ['X-Tag', 'one'],
      ['X-Tag', 'two'],
    ] as const
    const answered = await send({ method: 'POST', path: '/?q=%20', headers, body: { text: 'ü' } })
    expect(JSON.parse(bodyText(answered) ?? '')).toEqual({
      url: 'http://shop.example/?q=%20',
      tags: 'one, two',
      cookie: 'a=1; b=2',
      origin: 'https://page.example',
      body: 'ü',
    })
  })

  it('carries a megabyte both ways, byte for byte', async () => {
    const { send } = await startApp(`
      import { Hono } from 'hono'
      export default new Hono().post('/', async c => c.body(await c.req.arrayBuffer()))`)
    const base64 = Buffer.from(Uint8Array.from({ length: 1024 * 1024 }, (_, at) => at * 7)).toString('base64')
    const { response } = await send({ method: 'POST', body: { base64 } })
    expect(response?.body).toEqual({ base64 })
  })

  it('to requests that were sent together comes for each, with the order in which they were complete', async () => {
    const { app } = await startApp(`
      import { Hono } from 'hono'
      const waiting: (() => void)[] = []
      export default new Hono()
        .get('/wait', async c => { await new Promise<void>(go => waiting.push(go)); console.log('waited'); return c.text('late') })
        .get('/go', c => { setTimeout(() => waiting.forEach(go => go()), 20); return c.text('early') })
        .get('/throw', () => { throw 'thrown' })`)
    const requests = ['/wait', '/go', '/throw'].map(path => ({ method: 'GET', path, headers: [] }))
    const { exchanges, finished, log } = await app.sendTogether(requests, { timeLimit: 2_000 })
    expect(exchanges.map(bodyText)).toEqual(['late', 'early', null])
    expect(exchanges.map(({ failure }) => failure?.kind)).toEqual([undefined, undefined, 'threw'])
    expect(finished.indexOf(1)).toBeLessThan(finished.indexOf(0))
    expect(finished.toSorted()).toEqual([0, 1, 2])
    expect(log).toEqual([{ level: 'log', text: 'waited' }])
  })

  it('is refused to a request that cannot be written as HTTP', async () => {
    const { get } = await startApp(`export default { fetch: () => new Response('ok') }`)
    expect(await get('/a b')).toMatchObject({ response: null, failure: { kind: 'not-sendable' } })
    expect(bodyText(await get('/a'))).toBe('ok')
  })
})

describe('a program in the node engine', () => {
  it('is evaluated anew by every fresh(), all of its files, with nothing left of the evaluation before', async () => {
    const { app, get } = await startApp({
      'app.ts': `
        import { Hono } from 'hono'
        import { next } from './counter.ts'
        const seen = [typeof globalThis.left, typeof Array.prototype.left, process.listenerCount('SIGTERM'), process.env.LEFT]
        globalThis.left = 1
        Array.prototype.left = 1
        process.on('SIGTERM', () => undefined)
        process.env.LEFT = 'x'
        setInterval(() => console.log('still here'), 5)
        export default new Hono().get('/', c => c.json([next(), ...seen]))`,
      'counter.ts': 'let count = 0\nexport const next = () => (count += 1)',
    })
    expect(bodyText(await get('/'))).toBe('[1,"undefined","undefined",0,null]')
    expect(bodyText(await get('/'))).toBe('[2,"undefined","undefined",0,null]')
    await app.fresh({ env: {} })
    expect(bodyText(await get('/'))).toBe('[1,"undefined","undefined",0,null]')
  })

  it('that spoils its process for good has another one for the next evaluation', async () => {
    const { app, get } = await startApp(`
      const before = [typeof globalThis.left, process.pid]
      Object.defineProperty(globalThis, 'left', { value: 1, configurable: false })
      export default { fetch: () => Response.json(before) }`)
    const [left, pid] = JSON.parse(bodyText(await get('/')) ?? '')
    expect(left).toBe('undefined')
    expect(await app.fresh({ env: {} })).toEqual({ failure: null, log: [] })
    const [leftAgain, otherPid] = JSON.parse(bodyText(await get('/')) ?? '')
    expect(leftAgain).toBe('undefined')
    expect(otherPid).not.toBe(pid)
  })

  it('finds the environment that it was given, and no other, in process.env and as the env of fetch', async () => {
    const { app, get } = await startApp(
      `import { Hono } from 'hono'
      import { env } from 'hono/adapter'
      const atLoad = process.env.GREETING
      export default new Hono<{ Bindings: { GREETING: string } }>()
        .get('/', c => c.json([atLoad, c.env.GREETING, env<{ GREETING: string }>(c).GREETING, Object.keys(process.env)]))`,
      { env: { GREETING: 'hello' } },
    )
    expect(bodyText(await get('/'))).toBe('["hello","hello","hello",["GREETING"]]')
    await app.fresh({ env: { OTHER: '1' } })
    expect(bodyText(await get('/'))).toBe('[null,null,null,["OTHER"]]')
  })

  it('may await at the top level, import in a cycle, export start() and stop(), and hand work to waitUntil()', async () => {
    const { app, started, get } = await startApp({
      'app.ts': `
        import { Hono } from 'hono'
        import { two } from './two.ts'
        export const one = () => 'one'
        const waited = await new Promise<string>(resolve => setTimeout(() => resolve('waited'), 5))
        export const start = async (env: Record<string, string>) => { await null; console.log('start', env) }
        export const stop = async () => { await null; console.log('stop') }
        export default new Hono().get('/', c => {
          c.executionCtx.waitUntil(new Promise<void>(done => setTimeout(() => { console.log('background'); done() }, 20)))
          return c.text(waited + ' ' + two())
        })`,
      'two.ts': `import { one } from './app.ts'\nexport const two = () => one() + ' two'`,
    })
    expect(started).toEqual({ failure: null, log: [{ level: 'log', text: 'start {}' }] })
    const answered = await get('/')
    expect(bodyText(answered)).toBe('waited one two')
    const settled = await app.settle()
    // On a slow machine the background work is done before the answer is.
    expect([...answered.log, ...settled.log].map(({ text }) => text)).toEqual(['background', 'stop'])
  })

  it('may call serve(), which listens elsewhere than it says', async () => {
    const { started, get } = await startApp(`
      import { serve } from '@hono/node-server'
      import { getConnInfo } from '@hono/node-server/conninfo'
      import { Hono } from 'hono'
      const app = new Hono().get('/', c => c.text(String(getConnInfo(c).remote.address)))
      const server = serve({ fetch: app.fetch, port: 1 }, info => console.log(info.port > 1024, info.address))
      server.on('listening', () => console.log('listening'))`)
    expect(started.failure).toBeNull()
    expect(started.log.map(({ text }) => text).sort()).toEqual(['listening', 'true 127.0.0.1'])
    expect(bodyText(await get('/'))).toBe('127.0.0.1')
  })

  it('writes lines as Node does, which belong to the call during which they are written', async () => {
    const { started, get } = await startApp(`
      import { Hono } from 'hono'
      console.log('%s has %d', 'list', 2, [1, { a: new Map([['k', 'v']]) }])
      process.stdout.write('half ')
      process.stdout.write('a line\\nand ')
      export default new Hono()
        .get('/one', c => { console.warn('one\\ntwo'); process.stderr.write('err\\n'); return c.text('') })
        .get('/two', c => {
          console.group('head'); console.info('inside'); console.groupEnd(); console.debug(); console.table([{ a: 1 }])
          console.assert(false, 'no'); console.error(new Error('shown'))
          queueMicrotask(() => console.log('after the answer'))
          return c.text('')
        })`)
    expect(started.log).toEqual([
      { level: 'log', text: "list has 2 [ 1, { a: Map(1) { 'k' => 'v' } } ]" },
      { level: 'log', text: 'half a line' },
      { level: 'log', text: 'and ' },
    ])
    expect((await get('/one')).log).toEqual([
      { level: 'warn', text: 'one\ntwo' },
      { level: 'error', text: 'err' },
    ])
    const { log } = await get('/two')
    expect(log.slice(0, 3).map(({ level, text }) => `${level}:${text}`)).toEqual([
      'log:head',
      'info:  inside',
      'debug:',
    ])
    expect(log[3]?.text).toContain('│ 0       │ 1 │')
    expect(log[4]).toEqual({ level: 'warn', text: 'Assertion failed: no' })
    expect(log[5]).toMatchObject({ level: 'error', text: expect.stringMatching(/^Error: shown\n {4}at .*app\.ts:/) })
    expect(log[5]?.text).not.toContain('node_modules')
    expect(log[6]).toEqual({ level: 'log', text: 'after the answer' })
  })
})
