import { describe, expect, it } from 'vitest'
import type { Check } from '../check/check.ts'
import type { SourceFiles } from '../compile/program.ts'
import { localPipeline } from './local-pipeline.fixture.ts'
import type { FromPipeline, ToPipeline } from './remote-protocol.ts'
import { servePipeline } from './serve-pipeline.ts'

const counter: SourceFiles = {
  'app.ts': `import { Hono } from 'hono'
let count = 0
export default new Hono().get('/', c => c.text(String((count += 1)))).get('/hangs', () => new Promise(() => {}))
`,
}
const other: SourceFiles = { 'app.ts': 'export default { fetch: () => new Response() }' }
const get = (path: string) => ({ method: 'GET', path, headers: [] })
const checkOf = (path: string): Check => ({
  id: 'a',
  title: 'a',
  why: '',
  steps: [{ kind: 'send', request: get(path), expect: [] }],
})

type Answer = Extract<FromPipeline, { id: number }>

/** A page: it asks, and is told. */
const pageOf = () => {
  const waiting = new Map<number, (message: Answer) => void>()
  const tell = servePipeline(
    message => {
      if ('id' in message && message.type !== 'progress') waiting.get(message.id)?.(message)
    },
    () => ({
      embedded: localPipeline(),
      webcontainer: localPipeline(),
      expect: () => undefined,
      nodeVersion: () => '22.0.0',
    }),
  )
  let id = 0
  const ask = (make: (id: number) => ToPipeline) =>
    new Promise<Answer>(resolve => {
      id += 1
      waiting.set(id, resolve)
      tell(make(id))
    })
  const run = (files: SourceFiles, aside: boolean, checks: readonly Check[] = []) =>
    ask(id => ({ type: 'run', id, engine: 'embedded', aside, job: { exercise: { id: 'x', checks }, files, seed: 1 } }))
  const send = async (path = '/') => {
    const answer = await ask(id => ({ type: 'send', id, engine: 'embedded', files: counter, request: get(path) }))
    const body = answer.type === 'exchange' ? answer.exchange.response?.body : undefined
    return body && 'text' in body ? body.text : null
  }
  return { tell, run, send, lastId: () => id }
}

describe('servePipeline', () => {
  it('runs the checks and says the verdict', async () => {
    const { run } = pageOf()
    expect(await run(counter, false, [checkOf('/')])).toMatchObject({
      type: 'verdict',
      verdict: { exercise: 'x', results: [{ check: 'a', outcome: 'passed' }] },
    })
  })

  it('lets go of the app that requests were sent to when other files are on the page', async () => {
    const { run, send } = pageOf()
    expect([await send(), await send()]).toEqual(['1', '2'])
    await run(counter, false)
    expect(await send()).toBe('3')
    await run(other, false)
    expect(await send()).toBe('1')
  })

  it('leaves that app alone when the run is aside', async () => {
    const { run, send } = pageOf()
    await send()
    await run(other, true)
    expect(await send()).toBe('2')
  })

  it('says what is wrong with a check in its own words', async () => {
    const { run } = pageOf()
    const failed = await run(counter, true, [{ ...checkOf('/'), steps: [] }])
    expect(failed).toMatchObject({
      type: 'failed',
      message: expect.stringMatching(/^In the check "a": could not judge/),
    })
  })

  it('ends a run that is cancelled', async () => {
    const { tell, run, lastId } = pageOf()
    const running = run(counter, false, [checkOf('/hangs')])
    tell({ type: 'cancel', id: lastId() })
    expect(await running).toMatchObject({ type: 'failed' })
  })
})
