import { describe, expect, it } from 'vitest'
import type { SourceFiles } from '../compile/program.ts'
import type { Exchange } from '../http/http.ts'
import { localPipeline } from './local-pipeline.fixture.ts'
import { Session } from './session.ts'

const filesWith = (version: string): SourceFiles => ({
  'app.ts': `import { Hono } from 'hono'
const app = new Hono()
let count = 0
app.get('/count', c => c.text('${version}' + (count += 1)))
export default { fetch: (request: Request) => request.url.endsWith('/throws') ? Promise.reject(new Error('no')) : app.fetch(request) }
`,
})
const get = (path: string) => ({ method: 'GET', path, headers: [] })
const textOf = ({ response }: Exchange) => response && 'text' in response.body && response.body.text

describe('Session', () => {
  it('keeps the app from one request to the next', async () => {
    const pipeline = localPipeline()
    const session = new Session(pipeline)
    const [first, second] = await Promise.all([
      session.send(filesWith('a'), get('/count')),
      session.send(filesWith('a'), get('/count')),
    ])
    expect([textOf(first), textOf(second)]).toEqual(['a1', 'a2'])
    expect(pipeline.apps).toHaveLength(1)
  })

  it('shows what loading wrote to the console with the first request only', async () => {
    const session = new Session(localPipeline())
    const logs = [await session.send(filesWith('a'), get('/count')), await session.send(filesWith('a'), get('/count'))]
    expect(logs.map(({ log }) => log)).toEqual([[{ level: 'log', text: 'loaded' }], []])
  })

  it('starts anew when the files have changed', async () => {
    const session = new Session(localPipeline())
    await session.send(filesWith('a'), get('/count'))
    expect(textOf(await session.send(filesWith('b'), get('/count')))).toBe('b1')
  })

  it('lets go of the app when other files are run, and keeps it when the same are', async () => {
    const session = new Session(localPipeline())
    await session.send(filesWith('a'), get('/count'))
    session.keepOnly(filesWith('a'))
    expect(textOf(await session.send(filesWith('a'), get('/count')))).toBe('a2')
    session.keepOnly(filesWith('b'))
    expect(textOf(await session.send(filesWith('a'), get('/count')))).toBe('a1')
  })

  it('starts anew after an app that broke', async () => {
    const session = new Session(localPipeline())
    await session.send(filesWith('a'), get('/count'))
    expect(await session.send(filesWith('a'), get('/throws'))).toMatchObject({ failure: { kind: 'threw' } })
    expect(textOf(await session.send(filesWith('a'), get('/count')))).toBe('a1')
  })

  it('says where files do not compile, and works with the next ones', async () => {
    const session = new Session(localPipeline())
    const broken = await session.send({ 'app.ts': 'export default {' }, get('/count'))
    expect(broken).toMatchObject({
      response: null,
      failure: { kind: 'did-not-compile', at: { path: 'app.ts', line: 1 } },
    })
    expect(textOf(await session.send(filesWith('a'), get('/count')))).toBe('a1')
  })

  it('says why an app did not start', async () => {
    const session = new Session(localPipeline())
    const exchange = await session.send({ 'app.ts': "throw new Error('at the start')" }, get('/count'))
    expect(exchange.failure).toMatchObject({ kind: 'load-threw', message: 'Error: at the start' })
  })

  it('sends to the next app after a sandbox that failed', async () => {
    const pipeline = localPipeline()
    let fails = true
    const compile: typeof pipeline.compile = async files => {
      if (fails) throw new Error('out of order')
      return pipeline.compile(files)
    }
    const session = new Session({ ...pipeline, compile })
    await expect(session.send(filesWith('a'), get('/count'))).rejects.toThrow('out of order')
    fails = false
    expect(textOf(await session.send(filesWith('a'), get('/count')))).toBe('a1')
  })
})
