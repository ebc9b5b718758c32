import { expect, test } from 'vitest'
import type { Program } from '../../src/compile/program.ts'
import type { LogLine } from '../../src/http/http.ts'
import type { Env } from '../../src/sandbox/sandbox.ts'
import { appOf, engineForTests } from './engine-page.ts'

const enginePage = engineForTests()

const linesOf = (of: readonly { log: readonly LogLine[] }[]) => of.map(({ log }) => log.map(({ text }) => text))

const STREAM = `import { Hono } from 'hono'
const app = new Hono()
app.get('/stream', c => {
  c.req.raw.signal.addEventListener('abort', () => console.log('gone', c.req.raw.signal.reason))
  let next = 0
  const pull = async s => { await new Promise(r => setTimeout(r, 5)); s.enqueue(new TextEncoder().encode('c' + next++)) }
  return c.body(new ReadableStream({ pull, cancel: reason => { console.log('cancelled', reason) } }, { highWaterMark: 0 }))
})
app.get('/never', c => {
  c.req.raw.signal.addEventListener('abort', () => console.log('gone', c.req.raw.signal.aborted))
  return new Promise(() => {})
})
app.get('/text', c => { c.req.raw.signal.addEventListener('abort', () => console.log('gone')); return c.text('whole') })
export default app
`
type Abort = { readonly chunks: number } | { readonly ms: number } | null

const sendWith = (program: Program, requests: readonly (readonly [path: string, abort: Abort])[]) =>
  enginePage().evaluate(
    async ({ program, requests }) => {
      const app = await engine.start(program, { signal: new AbortController().signal })
      await app.fresh({ env: {} })
      const sending = requests.map(([path, abort]) =>
        app.send({ method: 'GET', path, headers: [] }, { timeLimit: 500, abort }),
      )
      const exchanges = await Promise.all(sending)
      await app.stop()
      return exchanges
    },
    { program, requests },
  )

test('a client that goes away has what came until then, and the app is told', async () => {
  const program = await appOf(STREAM)
  const exchanges = await sendWith(program, [
    ['/stream', { chunks: 2 }],
    ['/stream', { chunks: 0 }],
    ['/never', { ms: 20 }],
    ['/text', { ms: 400 }],
    ['/text', null],
  ])
  expect(exchanges.map(({ failure }) => failure)).toEqual([null, null, null, null, null])
  expect(exchanges.map(({ response }) => response && [response.body, response.complete])).toEqual([
    [{ text: 'c0c1' }, false],
    [{ text: '' }, false],
    null,
    [{ text: 'whole' }, true],
    [{ text: 'whole' }, true],
  ])
  const gone = ['gone Error: aborted', 'cancelled undefined']
  expect(linesOf(exchanges)).toEqual([gone, gone, ['gone true'], [], []])
})

const TOGETHER = `import { Hono } from 'hono'
const app = new Hono()
let inside = 0
app.get('/wait/:ms', async c => {
  inside += 1
  console.log(c.req.param('ms'), inside)
  await new Promise(resolve => setTimeout(resolve, Number(c.req.param('ms'))))
  return c.json({ inside })
})
app.get('/never', () => new Promise(() => {}))
app.get('/env', c => c.json({ env: c.env, process: process.env }))
export default app
`
const sendTogether = (program: Program, paths: readonly string[], env: Env = {}) =>
  enginePage().evaluate(
    async ({ program, paths, env }) => {
      const app = await engine.start(program, { signal: new AbortController().signal })
      await app.fresh({ env: { GONE: 'x' } })
      await app.fresh({ env })
      const requests = paths.map(path => ({ method: 'GET', path, headers: [] }))
      const together = await app.sendTogether(requests, { timeLimit: 200 })
      const after = await app.send({ method: 'GET', path: '/env', headers: [] }, { timeLimit: 500, abort: null })
      return { together, after }
    },
    { program, paths, env },
  )

test('requests that are sent together are in the app at the same time, and finish in their own order', async () => {
  const { together } = await sendTogether(await appOf(TOGETHER), ['/wait/60', '/wait/10', '/wait/30'])
  expect(together.finished).toEqual([1, 2, 0])
  expect(together.exchanges.map(({ response }) => response?.body)).toEqual([
    { text: '{"inside":3}' },
    { text: '{"inside":3}' },
    { text: '{"inside":3}' },
  ])
  expect(together.log.map(({ text }) => text)).toEqual(['60 1', '10 2', '30 3'])
})

test('of requests that are sent together the one that is not answered has timed out, and the app is gone', async () => {
  const { together, after } = await sendTogether(await appOf(TOGETHER), ['/never', '/wait/10'])
  expect(together.exchanges.map(({ failure }) => failure?.message ?? null)).toEqual(['200 ms', null])
  expect(together.finished).toEqual([1])
  expect(after.failure?.kind).toBe('timed-out')
})

test('the environment is what the check gives, in process.env and in fetch, and nothing of an earlier one', async () => {
  const { after } = await sendTogether(await appOf(TOGETHER), [], { KEY: 'value', PORT: '8000' })
  const env = { KEY: 'value', PORT: '8000' }
  expect(after.response?.body).toEqual({ text: JSON.stringify({ env, process: env }) })
})
