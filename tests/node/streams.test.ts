import { describe, expect, it } from 'vitest'
import { openSandbox, startApp } from './node-app.ts'

const SSE = `
  import { Hono } from 'hono'
  import { streamSSE } from 'hono/streaming'
  const tick = () => new Promise(resolve => setTimeout(resolve, 15))
  export default new Hono().get('/', c => streamSSE(c, async stream => {
    c.req.raw.signal.addEventListener('abort', () => console.log('client gone'))
    stream.onAbort(() => console.log('stream aborted'))
    for (let id = 0; id < 4; id++) {
      await stream.writeSSE({ data: String(id) })
      await tick()
    }
  }))`

describe('a streamed answer', () => {
  it('comes in its chunks, with their times', async () => {
    const { get } = await startApp(SSE)
    const { response, log } = await get('/')
    expect(response?.body).toEqual({ text: [0, 1, 2, 3].map(id => `data: ${id}\n\n`).join('') })
    expect(response?.chunks.map(({ size }) => size)).toEqual([9, 9, 9, 9])
    const times = response?.chunks.map(({ at }) => at) ?? []
    expect(times.toSorted((a, b) => a - b)).toEqual(times)
    expect((times[3] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(30)
    expect(response?.complete).toBe(true)
    expect(log).toEqual([])
  })

  it('is cut where the client goes away, which the app hears', async () => {
    const { get } = await startApp(SSE)
    const { response, failure, log } = await get('/', { abort: { chunks: 2 } })
    expect(failure).toBeNull()
    expect(response).toMatchObject({ status: 200, body: { text: 'data: 0\n\ndata: 1\n\n' }, complete: false })
    expect(log.map(({ text }) => text).sort()).toEqual(['client gone', 'stream aborted'])
  })

  it('with more chunks than the limit is cut off', async () => {
    const sandbox = await openSandbox({ chunks: 2 })
    const { get } = await startApp(SSE, { sandbox })
    const { response, failure } = await get('/')
    expect(failure).toEqual({ kind: 'body-too-large', message: 'more than 2 chunks', at: null })
    expect(response?.complete).toBe(false)
  })
})

describe('a client that goes away before there is an answer', () => {
  it('gets none, without a failure, and the next request is answered', async () => {
    const { get } = await startApp(`
      import { Hono } from 'hono'
      export default new Hono()
        .get('/wait', async c => {
          const { signal } = c.req.raw
          await new Promise(resolve => signal.addEventListener('abort', resolve))
          console.log('aborted', signal.aborted)
          return c.text('nobody reads this')
        })
        .get('/', c => c.text('ok'))`)
    expect(await get('/wait', { abort: { ms: 30 } })).toMatchObject({
      response: null,
      failure: null,
      log: [{ level: 'log', text: 'aborted true' }],
    })
    expect((await get('/')).response?.body).toEqual({ text: 'ok' })
  })
})
