import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { buildRunner } from '../../build/runner.ts'
import { programOf } from './node-app.ts'

const script = buildRunner(fileURLToPath(new URL('../..', import.meta.url)), 'serve')

let folder = ''
const started: ChildProcessByStdio<null, Readable, Readable>[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rendition-serve-'))
})
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

/** `node serve.mjs program.json`, with everything that it has written so far. */
const start = async (args: readonly string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [await script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  const written = { out: '', error: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.error += text
  })
  // After everything that it wrote was read.
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => ({ code, signal }))
  return { child, written, ended }
}

const serve = async (source: string | Readonly<Record<string, string>>, env?: Record<string, string>) => {
  const file = join(folder, 'program.json')
  await writeFile(file, JSON.stringify(await programOf(source)))
  const served = await start([file], env)
  /** Where it listens, once it says so. */
  const address = async (): Promise<string> => {
    await expect.poll(() => served.written.out, { timeout: 20_000 }).toMatch(LISTENING)
    return LISTENING.exec(served.written.out)?.[1] ?? ''
  }
  return { ...served, address }
}

const LISTENING = /^Listening on (http:\/\/localhost:\d+)\n/m

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

const SOCKETS = `
  import { upgradeWebSocket } from '@hono/node-server'
  import { Hono } from 'hono'
  const app = new Hono()
  app.get('/', c => c.text('hello ' + c.env.NAME))
  app.get('/echo', upgradeWebSocket(() => ({ onMessage: (event, socket) => socket.send('echo ' + event.data) })))
  app.get('/later', c => { c.executionCtx.waitUntil(Promise.resolve()); return c.text('later') })`

/** Node as a kernel may have it that emulates Node. */
const WITHOUT_DATA_ADDRESSES = `import { register } from 'node:module'
const hooks = \`export const resolve = (specifier, context, next) => {
  if (specifier.startsWith('data:text/javascript,export')) throw new TypeError('no data: addresses here')
  return next(specifier, context)
}\`
register('data:text/javascript;charset=utf-8,' + encodeURIComponent(hooks))
`

/** What a WebSocket answers to one message. */
const echo = async (address: string): Promise<string> => {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/echo`)
  await once(socket, 'open')
  socket.send('x')
  const [data] = await once(socket, 'message')
  socket.close()
  return String(data)
}

describe('node serve.mjs', () => {
  it('serves an app over HTTP and WebSockets, with its environment', async () => {
    const { address } = await serve(`${SOCKETS}\nexport default app`, { NAME: 'there' })
    const base = await address()
    expect(await (await fetch(base)).text()).toBe('hello there')
    expect(await (await fetch(`${base}/later`)).text()).toBe('later')
    expect(await echo(base)).toBe('echo x')
  })

  it.each([
    ['an app that is exported', 'export default app'],
    ['an app that is served', "serve({ fetch: app.fetch, port: 1 }, info => console.log('told', info.port))"],
    ['an app that is both', 'serve({ fetch: app.fetch, port: 1 })\nexport default app'],
  ])('listens on PORT, with %s', async (_name, last) => {
    const port = await freePort()
    const source = `import { serve } from '@hono/node-server'\n${SOCKETS.replace('{ upgrade', '{ serve as s, upgrade')}\n${last}`
    const { address, written } = await serve(source, { PORT: String(port), NAME: 'you' })
    const base = await address()
    expect(base).toBe(`http://localhost:${port}`)
    expect(await (await fetch(base)).text()).toBe('hello you')
    if (last.startsWith('export') || last.endsWith('app')) expect(await echo(base)).toBe('echo x')
    else expect(written.out).toContain(`told ${port}\n`)
  })

  it('serves it also where modules cannot be imported from data: addresses, and errors have their places', async () => {
    const hooks = join(folder, 'hooks.mjs')
    await writeFile(hooks, WITHOUT_DATA_ADDRESSES)
    const env = { NODE_OPTIONS: `--no-warnings --import ${pathToFileURL(hooks).href}`, NAME: 'you' }
    const { address } = await serve(`${SOCKETS}\nexport default app`, env)
    expect(await (await fetch(await address())).text()).toBe('hello you')
    const { written, ended } = await serve("\nthrow new Error('not today')", env)
    expect((await ended).code).toBe(1)
    expect(written.error).toMatch(/app\.ts:2/)
  })

  it('leaves the output as the program wrote it, on both streams', async () => {
    const { address, written } = await serve(`
      console.log('\\x1b[31mred\\x1b[0m', { a: [1] })
      process.stdout.write('two lines\\nin one\\n')
      console.error('to the other')
      export default { fetch: () => new Response('') }`)
    const base = await address()
    expect(written.out).toBe(`\x1b[31mred\x1b[0m { a: [ 1 ] }\ntwo lines\nin one\nListening on ${base}\n`)
    expect(written.error).toBe('to the other\n')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('calls start() before it listens, and stop() at %s', async signal => {
    const { address, child, written, ended } = await serve(
      `export const start = async (env: Record<string, string>) => console.log('start', env.NAME)
       export const stop = async () => { await new Promise(resolve => setTimeout(resolve, 20)); console.log('stopped') }
       setInterval(() => undefined, 1_000)
       export default { fetch: () => new Response('') }`,
      { NAME: 'n' },
    )
    const base = await address()
    expect(written.out).toMatch(/^start n\nListening/)
    // A connection that is kept open does not keep it alive.
    await fetch(base)
    child.kill(signal)
    expect(await ended).toEqual({ code: 0, signal: null })
    expect(written.out).toMatch(/\nstopped\n$/)
  })

  it.each([
    [
      'throws',
      "import './b'\nexport default {}",
      "const n: number = 1\n\n  throw new Error('boom ' + n)",
      'b.ts:3',
      'boom 1',
    ],
    [
      'rejects',
      "import './b'\nexport default {}",
      "\nawait Promise.reject(new TypeError('no'))",
      'b.ts:2',
      'TypeError: no',
    ],
    [
      'throws in start()',
      "import { f } from './b'\nexport const start = f",
      'export const f = () => {\n  null!.x\n}',
      'b.ts:2',
      'TypeError',
    ],
  ])('ends as Node does when the program %s', async (_name, app, other, place, message) => {
    const { ended, written } = await serve({ 'app.ts': app, 'b.ts': other })
    expect(await ended).toEqual({ code: 1, signal: null })
    expect(written.error).toContain(message)
    expect(written.error).toContain(place)
    expect(written.out).toBe('')
  })

  it('ends as Node does when nobody handles a rejection', async () => {
    const { address, ended, written } = await serve(`
      export default { fetch: () => { void Promise.reject(new Error('lost'))\nreturn new Response('') } }`)
    await fetch(await address()).catch(() => undefined)
    expect(await ended).toEqual({ code: 1, signal: null })
    expect(written.error).toMatch(/Error: lost\n\s+at (?:Object\.)?fetch \(app\.ts:2:/)
  })

  it('says what to do when there is no app, no program, or no such file', async () => {
    const { ended, written } = await serve('export const a = 1')
    expect(await ended).toEqual({ code: 1, signal: null })
    const why = 'app.ts has no app; export it as the default, or hand it to serve()'
    expect(written.error).toBe(`could not serve the app: because ${why}\n`)

    const none = await start([])
    expect(await none.ended).toEqual({ code: 1, signal: null })
    expect(none.written.error).toBe(
      'could not serve the app: because no program is named; run "node serve.mjs program.json"\n',
    )

    const missing = await start(['missing.json'])
    expect(await missing.ended).toEqual({ code: 1, signal: null })
    expect(missing.written.error).toMatch(/^could not serve the app: because missing\.json cannot be read: ENOENT.*\n$/)
  })

  it('says that a port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { ended, written } = await serve('export default { fetch: () => new Response() }', { PORT: String(port) })
    expect(await ended).toEqual({ code: 1, signal: null })
    expect(written.error).toContain(`EADDRINUSE: address already in use 127.0.0.1:${port}`)
    taken.close()
  })
})
