import { describe, expect, it } from 'vitest'
import type { Check, Step } from '../check/check.ts'
import type { Expectation } from '../check/expectation.ts'
import { generateValues } from '../check/generate.ts'
import type { SourceFiles } from '../compile/program.ts'
import { SandboxError } from '../sandbox/sandbox.ts'
import { LocalApp } from './local-app.fixture.ts'
import { localPipeline } from './local-pipeline.fixture.ts'
import { checkApp, type Job, type Progress, runChecks } from './run.ts'
import { passed } from './verdict.ts'

/** Counts, echoes, and never answers to /hangs. */
const files: SourceFiles = {
  'app.ts': `import { Hono } from 'hono'
const app = new Hono()
let count = 0
app.post('/count', c => c.json({ count: (count += 1) }, 201))
app.get('/count', c => c.json(count))
app.get('/echo/:text', c => c.text(c.req.param('text')))
app.get('/hangs', () => new Promise(() => {}))
export default app
`,
}

const equals = (subject: Expectation['subject'], value: number | string): Expectation => ({
  subject,
  predicate: { kind: 'equals', value },
})
const status = (value: number): Expectation => equals({ kind: 'status' }, value)
const send = (method: string, path: string, ...expectations: Expectation[]): Step => ({
  kind: 'send',
  request: { method, path, headers: [] },
  expect: expectations,
})
const check = (id: string, steps: readonly Step[], rest: Partial<Check> = {}): Check => ({
  id,
  title: id,
  why: '',
  steps,
  ...rest,
})
const job = (checks: readonly Check[], rest: Partial<Job> = {}): Job => ({
  exercise: { id: 'x', checks },
  files,
  seed: 1,
  ...rest,
})
const quiet = () => ({ signal: new AbortController().signal, report: () => undefined })

describe('runChecks', () => {
  it('has a result for each check, each from a fresh program', async () => {
    const counts = [send('POST', '/count', status(201)), send('GET', '/count', equals({ kind: 'body' }, '1'))]
    const checks = [check('one', counts), check('two', counts), check('wrong', [send('GET', '/count', status(404))])]
    const verdict = await runChecks(job(checks, { seed: 7 }), localPipeline(), quiet())
    expect(verdict).toMatchObject({ exercise: 'x', engine: 'node', seed: 7, diagnostics: [] })
    expect(verdict.results.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      'one passed',
      'two passed',
      'wrong failed',
    ])
    expect(passed(verdict)).toBe(false)
  })

  it('fills generated values into what is sent and what is expected', async () => {
    const one = check('one', [send('GET', '/echo/{{word}}', equals({ kind: 'body' }, '{{word}}'))], {
      values: { word: { kind: 'word' } },
    })
    const { word } = generateValues(one, 4711)
    const verdict = await runChecks(job([one], { seed: 4711 }), localPipeline(), quiet())
    expect(verdict.results).toMatchObject([{ outcome: 'passed' }])
    expect(verdict.results[0]?.steps[0]?.happened).toMatchObject({ exchange: { request: { path: `/echo/${word}` } } })
  })

  it('tells what loading wrote to the console, once', async () => {
    const checks = ['one', 'two'].map(id => check(id, [send('GET', '/count', status(200))]))
    const { log } = await runChecks(job(checks), localPipeline(), quiet())
    expect(log).toEqual([{ level: 'log', text: 'loaded' }])
  })

  it('counts the time of all requests', async () => {
    const sends = ['/count', '/echo/a'].map(path => ({ request: { method: 'GET', path, headers: [] }, expect: [] }))
    const checks = [
      check('one', [send('GET', '/count', status(200)), send('GET', '/count', status(200))]),
      check('two', [{ kind: 'parallel', sends, expect: [equals({ kind: 'statuses' }, 200)] }]),
    ]
    // Every request of this app says that it took 1 ms, and those of a parallel step took it together.
    const { timings } = await runChecks(job(checks), localPipeline(), quiet())
    expect(timings.requests).toBe(3)
  })

  it('runs nothing that does not compile, and says where', async () => {
    const pipeline = localPipeline()
    const broken = job([check('one', [send('GET', '/', status(200))])], { files: { 'app.ts': 'export default {' } })
    const verdict = await runChecks(broken, pipeline, quiet())
    expect(verdict.diagnostics).toMatchObject([{ path: 'app.ts', line: 1 }])
    expect(verdict.results).toMatchObject([{ outcome: 'not-run', notRun: { kind: 'did-not-compile' } }])
    expect(pipeline.apps).toEqual([])
  })

  it('stops the app when it is done', async () => {
    const pipeline = localPipeline()
    await runChecks(job([check('one', [send('GET', '/count', status(200))])]), pipeline, quiet())
    expect(pipeline.apps.map(({ made }) => made.at(-1))).toEqual(['stop'])
  })

  it('reports each result as it comes', async () => {
    const reported: Progress[] = []
    const checks = ['one', 'two'].map(id => check(id, [send('GET', '/count', status(200))]))
    await runChecks(job(checks), localPipeline(), { ...quiet(), report: progress => reported.push(progress) })
    expect(reported.map(({ stage, results }) => `${stage} ${results.map(({ check }) => check)}`)).toEqual([
      'compiling ',
      'booting ',
      'starting ',
      'checking one',
      'checking one,two',
    ])
  })

  it('rejects when it is replaced', async () => {
    const abort = new AbortController()
    const running = runChecks(job([check('one', [send('GET', '/hangs', status(200))])]), localPipeline(), {
      signal: abort.signal,
      report: ({ stage }) => {
        if (stage === 'starting') queueMicrotask(() => abort.abort(new SandboxError('aborted', 'replaced')))
      },
    })
    await expect(running).rejects.toMatchObject({ code: 'aborted' })
  })

  it('ends at its limit, and keeps what it has found', async () => {
    const checks = [
      check('done', [send('GET', '/count', status(200))]),
      check('hangs', [send('GET', '/hangs', status(200))]),
      check('late', [send('GET', '/count', status(200))]),
    ]
    const verdict = await runChecks(job(checks), localPipeline({ run: 60 }), quiet())
    expect(verdict.results).toMatchObject([
      { outcome: 'passed' },
      { outcome: 'not-run', notRun: { kind: 'run-limit', ms: 60 } },
      { outcome: 'not-run', notRun: { kind: 'run-limit', ms: 60 } },
    ])
  })

  it('does not load a program again and again that takes too long to load', async () => {
    const pipeline = localPipeline()
    const late = { failure: { kind: 'timed-out', message: '2000 ms', at: null }, log: [] } as const
    const sandbox = {
      ...pipeline.sandbox,
      start: async (...[program, options]: Parameters<typeof pipeline.sandbox.start>) => {
        const app = await pipeline.sandbox.start(program, options)
        const fresh = app.fresh.bind(app)
        return Object.assign(app, { fresh: (env: Parameters<typeof fresh>[0]) => fresh(env).then(() => late) })
      },
    }
    const checks = ['one', 'two'].map(id => check(id, [send('GET', '/count', status(200))]))
    const verdict = await runChecks(job(checks), { ...pipeline, sandbox }, quiet())
    expect(verdict.results).toMatchObject([
      { outcome: 'broke', failure: { kind: 'timed-out' } },
      { outcome: 'not-run', notRun: { kind: 'start-timed-out' } },
    ])
  })
})

describe('checkApp', () => {
  it('does not run what the app is unable to do, and says what that is', async () => {
    const checks = [
      check('env', [send('GET', '/', status(200))], { env: { A: 'b' } }),
      check('log', [send('GET', '/', { subject: { kind: 'log' }, predicate: { kind: 'length', length: 0 } })]),
      check('plain', [send('GET', '/', status(200))]),
    ]
    const app = new LocalApp(() => ({ fetch: () => new Response('yes') }))
    const target = { app, source: null, unable: ['fresh-start', 'log', 'source'] } as const
    const { results } = await checkApp(target, job(checks), localPipeline(), {
      end: new AbortController(),
      report: () => undefined,
    })
    expect(results).toMatchObject([
      { outcome: 'not-run', notRun: { kind: 'unable', needs: ['fresh-start'] } },
      { outcome: 'not-run', notRun: { kind: 'unable', needs: ['log'] } },
      { outcome: 'passed', notRun: null },
    ])
  })

  it('shows the source files to the checks that look at them', async () => {
    const source = {
      subject: { kind: 'source', path: 'app.ts' },
      predicate: { kind: 'contains', text: 'Hono' },
    } as const
    const pipeline = localPipeline()
    const shown: unknown[] = []
    const judge: typeof pipeline.judge = (one, transcript) => {
      shown.push(transcript.source)
      return pipeline.judge(one, transcript)
    }
    const checks = [check('one', [send('GET', '/count', source)]), check('two', [send('GET', '/count', status(200))])]
    const verdict = await runChecks(job(checks), { ...pipeline, judge }, quiet())
    expect(verdict.results).toMatchObject([{ outcome: 'passed' }, { outcome: 'passed' }])
    expect(shown).toEqual([files, null])
  })
})
