import { beforeAll, expect, test } from 'vitest'
import type { Happened } from '../../src/check/result.ts'
import type { AppFailure } from '../../src/http/http.ts'
import type { Verdict } from '../../src/run/verdict.ts'
import { solutionOf } from './exercise-files.ts'
import { sharePage } from './page.ts'
import { notPassed, runFiles, send, whenOpen } from './rendition.ts'

const id = '08-status-codes'
const solution = solutionOf(id)['app.ts'] ?? ''
const appWith = (handler: string) =>
  `import { Hono } from 'hono'\nconst app = new Hono()\n${handler}\nexport default app\n`
const get = (path: string) => ({ method: 'GET', path, headers: [] })

const linesOf = (happened: Happened | null): string[] =>
  happened?.kind === 'exchange' ? happened.exchange.log.map(({ text }) => text) : []

const page = sharePage(`/exercises/${id}/`)
beforeAll(() => whenOpen(page(), id))

/** Runs a program that goes wrong; the next run must pass. */
const runWrong = async (source: string): Promise<Verdict> => {
  const verdict = await runFiles(page(), { 'app.ts': source })
  expect(notPassed(await runFiles(page(), { 'app.ts': solution }))).toEqual([])
  return verdict
}

/** The failure of one check that sends one request. */
const failureOf = async (source: string): Promise<AppFailure | null> => {
  const steps = [{ kind: 'send', request: get('/'), expect: [] }] as const
  const job = { files: { 'app.ts': source }, checks: [{ id: 'one', title: 'one', why: 'one', steps }] }
  const { results } = await page().evaluate(async job => {
    const { results } = await window.rendition.runChecks(job)
    return { results: results.map(({ failure }) => failure) }
  }, job)
  expect(notPassed(await runFiles(page(), { 'app.ts': solution }))).toEqual([])
  return results[0] ?? null
}

const failuresOf = ({ results }: Verdict) => results.map(({ failure, notRun }) => failure?.kind ?? notRun?.kind ?? null)

test('an endless loop at import ends at the start limit, and is not tried again for every check', async () => {
  const verdict = await runWrong('while (true) {}')
  expect(failuresOf(verdict)[0]).toBe('timed-out')
  expect(new Set(failuresOf(verdict).slice(1))).toEqual(new Set(['start-timed-out']))
})

test('an endless loop in a handler ends at the request limit; checks of other routes go on, with their last words', async () => {
  const verdict = await runWrong(
    solution
      .replace(
        "app.get('/custom', c => ",
        "app.get('/custom', c => { console.log('last words'); while (true) {} return ",
      )
      .replace(/'X-Custom': 'value' }\)\)/, "'X-Custom': 'value' }) })"),
  )
  const broke = verdict.results.filter(({ outcome }) => outcome === 'broke')
  expect(broke.length).toBeGreaterThan(0)
  expect(broke.map(({ failure }) => failure?.kind)).toEqual(broke.map(() => 'timed-out'))
  expect(broke[0]?.steps.flatMap(({ happened }) => linesOf(happened))).toEqual(['last words'])
  expect(verdict.results.some(({ outcome }) => outcome === 'passed')).toBe(true)
})

test('a throw at import is broke for every check, with the line', async () => {
  const verdict = await runWrong(
    "import { Hono } from 'hono'\n\nthrow new Error('not today')\nexport default new Hono()",
  )
  expect(new Set(verdict.results.map(({ outcome }) => outcome))).toEqual(new Set(['broke']))
  expect(verdict.results[0]?.failure).toMatchObject({
    kind: 'load-threw',
    message: 'Error: not today',
    at: { path: 'app.ts', line: 3 },
  })
})

test('a handler that never answers is broke after the request limit', async () => {
  const verdict = await runWrong(appWith("app.all('*', () => new Promise(() => {}))"))
  expect(verdict.results[0]?.failure?.kind).toBe('timed-out')
  expect(verdict.results.at(-1)?.notRun?.kind).toBe('run-limit')
})

test('a rejection that nobody awaits ends the app, as in Node', async () => {
  const verdict = await runWrong(
    appWith("app.all('*', c => {\n  Promise.reject(new TypeError('lost'))\n  return c.text('fine')\n})"),
  )
  expect(verdict.results[0]).toMatchObject({
    outcome: 'broke',
    failure: { kind: 'unhandled', message: 'TypeError: lost', at: { line: 4 } },
  })
})

test('a body of 200 MB is cut off at the limit', async () => {
  const failure = await failureOf(
    appWith(`app.all('*', c => {
  let left = 200
  return c.body(new ReadableStream({
    pull: stream => (left-- > 0 ? stream.enqueue(new Uint8Array(1024 * 1024)) : stream.close()),
  }))
})`),
  )
  expect(failure?.kind).toBe('body-too-large')
})

test('200 MB in one piece end at one of the limits', async () => {
  const failure = await failureOf(appWith("app.all('*', c => c.body(new Uint8Array(200 * 1024 * 1024)))"))
  expect(['body-too-large', 'timed-out']).toContain(failure?.kind)
})

test('a million log lines are cut off, and the answers still come', async () => {
  const source = solution.replace(
    'const app = new Hono()',
    "for (let i = 0; i < 1_000_000; i++) console.log('line', i)\nconst app = new Hono()",
  )
  const verdict = await runWrong(source)
  expect(verdict.log.length).toBeGreaterThan(1_000)
  expect(verdict.log.length).toBeLessThan(2_100)
  expect(verdict.log.at(-1)?.text).toMatch(/are not kept/)
  expect(notPassed(verdict)).toEqual([])
})

test('a default export without fetch says so', async () => {
  const verdict = await runWrong('export default 42')
  expect(verdict.results[0]?.failure).toMatchObject({ kind: 'no-app', at: { path: 'app.ts' } })
})

test('a handler that returns a plain object is broke and named', async () => {
  const failure = await failureOf(appWith("app.all('*', () => ({ name: 'Foo' }) as unknown as Response)"))
  expect(failure).toMatchObject({ kind: 'no-response', message: 'an object with the keys name' })
})

test('a body that was read already, or gives no bytes, is a body that failed, in words', async () => {
  const locked = await failureOf(
    appWith("app.use(async (c, next) => { await next(); await c.res.text() })\napp.all('*', c => c.text('x'))"),
  )
  expect(locked?.kind).toBe('body-failed')
  const numbers = await failureOf(
    appWith("app.all('*', () => new Response(new ReadableStream({ start: s => s.enqueue(7) })))"),
  )
  expect(numbers).toMatchObject({ kind: 'body-failed', message: expect.stringContaining('it gave a number') })
})

test('what one evaluation does to the console and the environment is gone in the next', async () => {
  const source = `const log = console.log
console.log = (...words) => log('[app]', ...words)
process.env.SEEN = String(Number(process.env.SEEN ?? 0) + 1)
console.log('evaluation', process.env.SEEN)
${appWith("app.all('*', c => { console.log(process.env.SEEN); return c.text('x') })")}`
  const { results } = await runFiles(page(), { 'app.ts': source })
  const lines = results.map(({ steps }) => linesOf(steps[0]?.happened ?? null))
  expect(lines).toEqual(lines.map(() => ['[app] 1']))
})

test('a request that the platform cannot carry is not sent, and the app keeps its state', async () => {
  await runFiles(page(), { 'app.ts': solution })
  await send(page(), { method: 'DELETE', path: '/items/1', headers: [] })
  const { failure } = await send(page(), { method: 'GET', path: '/items/1', headers: [['X Foo', '1']] })
  expect(failure?.kind).toBe('not-sendable')
  expect((await send(page(), get('/items/1'))).response?.status).toBe(404)
})

test('source files that do not compile are diagnostics, and nothing runs', async () => {
  const verdict = await runWrong(
    "import { Hono } from 'hono'\nimport { a } from './b'\nimport x from 'express'\nexport default new Hono(a, x)",
  )
  expect(verdict.diagnostics.map(({ line }) => line)).toEqual([2, 3])
  expect(new Set(verdict.results.map(({ outcome }) => outcome))).toEqual(new Set(['not-run']))
})

test('requests sent by hand share state until the files change', async () => {
  await runFiles(page(), { 'app.ts': solution })
  const gone = await send(page(), { method: 'DELETE', path: '/items/1', headers: [] })
  expect(gone.response?.status).toBe(204)
  expect((await send(page(), get('/items/1'))).response?.status).toBe(404)
  expect((await send(page(), get('/items/2'))).response?.status).toBe(200)
  await runFiles(page(), { 'app.ts': `${solution}\n// edited` })
  expect((await send(page(), get('/items/1'))).response?.status).toBe(200)
})

test('cookies, Host and Origin reach the program, and every Set-Cookie comes back', async () => {
  const source = `import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
const app = new Hono()
app.get('/', c => {
  setCookie(c, 'a', '1')
  setCookie(c, 'b', '2')
  return c.json({ cookies: getCookie(c), host: c.req.header('host'), origin: c.req.header('origin'), url: c.req.url })
})
export default app`
  await runFiles(page(), { 'app.ts': source })
  const headers = [
    ['Cookie', 'x=1'],
    ['cookie', 'y=2'],
    ['Host', 'api.example'],
    ['Origin', 'https://a.example'],
  ] as const
  const { response } = await send(page(), { method: 'GET', path: '/', headers })
  expect(JSON.parse(response && 'text' in response.body ? response.body.text : '')).toEqual({
    cookies: { x: '1', y: '2' },
    host: 'api.example',
    origin: 'https://a.example',
    url: 'http://api.example/',
  })
  expect(response?.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value)).toEqual([
    'a=1; Path=/',
    'b=2; Path=/',
  ])
})
