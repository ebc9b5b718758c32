import { describe, expect, it } from 'vitest'
import { bodyText, openSandbox, startApp } from './node-app.ts'

const HONO = `import { Hono } from 'hono'\n`
const at = (line: number, column = expect.any(Number)) => ({ path: 'app.ts', line, column })

describe('what a program does wrong is told as it was', () => {
  it.each([
    ['a throw while loading', `${HONO}\nthrow new RangeError('no')`, 'load-threw', 'RangeError: no', at(3)],
    ['a throw in start()', `export const start = () => {\n  throw 'x'\n}\nexport default {}`, 'load-threw', 'x', null],
    ['no app', `${HONO}export const app = new Hono()`, 'no-app', '', at(1, 1)],
  ])('%s', async (_name, source, kind, message, position) => {
    const { app, started, get } = await startApp(source)
    expect(started.failure).toEqual({ kind, message, at: position })
    expect((await get('/')).failure?.kind).toBe('no-app')
    expect((await app.settle()).failure).toBeNull()
  })

  it('a fetch that throws or gives no Response, and the next request is answered', async () => {
    const { get } = await startApp(`export default {
      fetch: async (request: Request) => {
        const path = new URL(request.url).pathname
        if (path === '/error') throw new TypeError('thrown')
        if (path === '/thrown') throw { code: 1 }
        if (path === '/object') return { id: 1, name: 'x' }
        return path === '/nothing' ? undefined : new Response('ok')
      },
    }`)
    expect(await get('/error')).toMatchObject({
      response: null,
      failure: { kind: 'threw', message: 'TypeError: thrown', at: at(4) },
      log: [],
    })
    expect((await get('/thrown')).failure).toEqual({ kind: 'threw', message: '{ code: 1 }', at: null })
    const message = 'an object with the keys id, name'
    expect(await get('/object')).toMatchObject({ response: null, failure: { kind: 'no-response', message }, log: [] })
    expect((await get('/nothing')).failure).toEqual({ kind: 'no-response', message: 'undefined', at: null })
    expect(bodyText(await get('/'))).toBe('ok')
  })

  it('a fetch that throws at once, without a promise', async () => {
    const { get } = await startApp(`export default {\n  fetch() {\n    throw new Error('at once')\n  },\n}`)
    expect((await get('/')).failure).toEqual({ kind: 'threw', message: 'Error: at once', at: at(3) })
  })

  it('a body that fails midway, with what came before', async () => {
    const { get } = await startApp(`export default {
      fetch: () => new Response(new ReadableStream({
        start: controller => controller.enqueue(new TextEncoder().encode('half')),
        pull: async controller => {
          await new Promise(resolve => setTimeout(resolve, 20))
          controller.error(new Error('broke off'))
        },
      }, { highWaterMark: 2 })),
    }`)
    const exchange = await get('/')
    expect(exchange.failure).toEqual({ kind: 'body-failed', message: 'Error: broke off', at: at(6) })
    expect(exchange.response).toMatchObject({ status: 200, body: { text: 'half' }, complete: false })
    expect(exchange.log).toEqual([])
  })

  it('a body without end, and too many headers', async () => {
    const sandbox = await openSandbox({ body: 100_000, headers: 20_000 })
    const { get } = await startApp(
      `export default {
        fetch: (request: Request) => request.url.endsWith('/body')
          ? new Response(new ReadableStream({ pull: controller => controller.enqueue(new Uint8Array(10_000)) }))
          : new Response('', { headers: { 'x-long': 'x'.repeat(request.url.endsWith('/more') ? 100_000 : 25_000) } }),
      }`,
      { sandbox },
    )
    const { response, failure } = await get('/body')
    expect(failure?.kind).toBe('body-too-large')
    expect(bodyText({ response } as never)).toHaveLength(100_000)
    expect(response?.complete).toBe(false)
    expect(await get('/headers')).toMatchObject({ response: null, failure: { kind: 'body-too-large' } })
    expect(await get('/more')).toMatchObject({ response: null, failure: { kind: 'body-too-large' } })
  })

  it.each([
    ['a rejection that nobody handles', `Promise.reject(new Error('lost'))`, 'unhandled', 'Error: lost'],
    ['a throw in a timer', `setTimeout(() => { throw new Error('lost') })`, 'unhandled', 'Error: lost'],
    ['process.exit()', 'process.exit(3)', 'exited', 'process.exit(3)'],
    ['an end of the process', `process.kill(process.pid, 'SIGKILL')`, 'exited', 'the process was ended by SIGKILL'],
  ])('%s ends the app until the next fresh()', async (_name, code, kind, message) => {
    const { app, get } = await startApp(`export default {
      fetch: async (request: Request) => {
        if (request.url.endsWith('/fine')) return new Response('ok')
        console.log('last words')
        ${code}
        await new Promise(resolve => setTimeout(resolve, 1_000))
        return new Response('late')
      },
    }`)
    const exchange = await get('/')
    expect(exchange).toMatchObject({ response: null, failure: { kind, message } })
    if (message.includes('(') || kind === 'unhandled') expect(exchange.failure?.at).toEqual(at(5))
    expect(exchange.log).toEqual([{ level: 'log', text: 'last words' }])
    expect((await get('/fine')).failure?.kind).toBe(kind)
    expect((await app.fresh({ env: {} })).failure).toBeNull()
    expect(bodyText(await get('/fine'))).toBe('ok')
  })
})

describe('what takes too long is ended', () => {
  it('an endless loop, with its process, and the next fresh() has another', async () => {
    const sandbox = await openSandbox()
    const { app, get } = await startApp(
      `export default {
        fetch: (request: Request) => {
          if (!request.url.endsWith('/loop')) return new Response(String(process.pid))
          console.log('now')
          for (;;);
        },
      }`,
      { sandbox },
    )
    const before = bodyText(await get('/'))
    const looping = get('/loop', { timeLimit: 150 })
    const after = get('/')
    const timedOut = { kind: 'timed-out', message: '150 ms', at: null }
    expect(await looping).toMatchObject({ response: null, failure: timedOut, log: [{ level: 'log', text: 'now' }] })
    expect((await after).failure).toEqual(timedOut)
    expect((await app.fresh({ env: {} })).failure).toBeNull()
    expect(bodyText(await get('/'))).not.toBe(before)
    expect(() => process.kill(Number(before), 0)).toThrow('ESRCH')
  })

  it('an answer that never comes', async () => {
    const { get } = await startApp('export default { fetch: () => new Promise(() => undefined) }')
    const exchange = await get('/', { timeLimit: 150 })
    expect(exchange).toMatchObject({ response: null, failure: { kind: 'timed-out', message: '150 ms' } })
  })

  it('loading that never ends, whether it waits or loops', async () => {
    const sandbox = await openSandbox({ start: 300 })
    const failure = { kind: 'timed-out', message: '300 ms', at: null }
    expect((await startApp('await new Promise(() => undefined)', { sandbox })).started.failure).toEqual(failure)
    expect((await startApp('for (;;);', { sandbox })).started.failure).toEqual(failure)
  })

  it('background work, which does not keep settle() for ever', async () => {
    const sandbox = await openSandbox({ request: 150 })
    const { app, get } = await startApp(
      `export default {
        fetch: (_request: Request, _env: object, context: { waitUntil(promise: Promise<unknown>): void }) => {
          context.waitUntil(new Promise(() => undefined))
          return new Response('ok')
        },
      }
      export const stop = () => console.log('stop')`,
      { sandbox },
    )
    await get('/')
    expect(await app.settle()).toEqual({ failure: null, log: [{ level: 'log', text: 'stop' }] })
  })

  it('console lines past their limit, which are counted, not kept', async () => {
    const sandbox = await openSandbox({ logLines: 10 })
    const { get } = await startApp(
      `export default { fetch: () => {
        for (let line = 0; line < 1_000; line++) console.log(line)
        return new Response('ok')
      } }`,
      { sandbox },
    )
    const { log } = await get('/')
    expect(log).toHaveLength(11)
    expect(log.at(-1)?.text).toContain('are not kept')
  })
})
