import { Worker as Thread } from 'node:worker_threads'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bundleScript } from '../../build/bundle-script.ts'
import { offeredPackages } from '../../build/packages.ts'
import type { Check } from '../check/check.ts'
import { untouched } from '../check/happened.ts'
import type { CheckTranscript } from '../check/result.ts'
import { Trusted } from './trusted.ts'

/** What a worker of a page has and a thread of Node has not. */
const globals = `const { parentPort } = require('node:worker_threads')
globalThis.postMessage = message => parentPort.postMessage(message)
globalThis.addEventListener = (type, listen) => parentPort.on(type, data => listen({ data }));
`
let script = ''
beforeAll(async () => {
  script = await bundleScript(process.cwd(), {
    entry: 'src/run/trusted.worker.ts',
    format: 'iife',
    plugins: [offeredPackages()],
  })
}, 60_000)

/** The page's trusted worker in a thread, with what Trusted uses of a `Worker`. */
class ThreadWorker extends EventTarget implements Worker {
  onmessage: Worker['onmessage'] = null
  onmessageerror: Worker['onmessageerror'] = null
  onerror: Worker['onerror'] = null
  readonly #thread: Thread

  constructor(code: string) {
    super()
    this.#thread = new Thread(globals + code, { eval: true })
    this.#thread.on('message', data => this.onmessage?.call(this, new MessageEvent('message', { data })))
    this.#thread.on('error', error =>
      this.onerror?.call(this, Object.assign(new Event('error'), { message: String(error) }) as ErrorEvent),
    )
  }

  postMessage(message: unknown): void {
    this.#thread.postMessage(message)
  }

  terminate(): void {
    void this.#thread.terminate()
  }
}

const started: ThreadWorker[] = []
afterEach(() => {
  for (const worker of started.splice(0)) worker.terminate()
})
const trusted = (judgeLimit: number, codes: readonly string[] = []) =>
  new Trusted(() => {
    const worker = new ThreadWorker(codes[started.length] ?? script)
    started.push(worker)
    return worker
  }, judgeLimit)

const bodyMatches = (id: string, pattern: string): Check => ({
  id,
  title: id,
  why: '',
  steps: [
    {
      kind: 'send',
      request: { method: 'GET', path: '/', headers: [] },
      expect: [{ subject: { kind: 'body' }, predicate: { kind: 'matches', pattern } }],
    },
  ],
})
const answered: CheckTranscript = {
  ...untouched,
  happened: [
    {
      kind: 'exchange',
      exchange: {
        request: { method: 'GET', path: '/', headers: [] },
        response: { status: 200, headers: [], body: { text: `${'a'.repeat(50)}!` }, chunks: [], complete: true },
        failure: null,
        log: [],
        ms: 1,
      },
    },
  ],
}
/** Takes more than the age of the universe. */
const endless = bodyMatches('endless', '^(a+)+$')

describe('Trusted', () => {
  it('compiles and judges', async () => {
    const { compile, judge } = trusted(5_000)
    expect(await compile({ 'app.ts': 'export default 1' })).toMatchObject({ program: { entry: 'app.ts' } })
    expect(await judge(bodyMatches('a', '^a+!$'), answered)).toMatchObject({ check: 'a', outcome: 'passed' })
    expect(await judge(bodyMatches('b', '^b'), answered)).toMatchObject({ check: 'b', outcome: 'failed' })
    expect(started).toHaveLength(1)
  })

  it('gives up a judge that comes to no end, and answers what was asked after it', async () => {
    const { compile, judge } = trusted(400)
    await compile({ 'app.ts': 'export default 1' })
    const [stuck, after] = await Promise.all([judge(endless, answered), judge(bodyMatches('a', '^a'), answered)])
    expect(stuck).toMatchObject({ outcome: 'not-run', notRun: { kind: 'judge-limit', ms: 400 } })
    expect(stuck.steps).toMatchObject([{ outcome: 'not-run', happened: { kind: 'exchange' }, unsaved: [] }])
    expect(after).toMatchObject({ outcome: 'passed' })
    expect(started).toHaveLength(2)
  })

  it('has a step for each of a check that was cut short and comes to no end', async () => {
    const { compile, judge } = trusted(400)
    await compile({ 'app.ts': 'export default 1' })
    const twice = { ...endless, steps: [...endless.steps, ...endless.steps] }
    const { steps } = await judge(twice, { ...answered, notRun: { kind: 'run-limit', ms: 1 } })
    expect(steps.map(({ happened }) => happened?.kind)).toEqual(['exchange', undefined])
  })

  it('blames a check that is wrong, and goes on', async () => {
    const { judge } = trusted(5_000)
    await expect(judge(bodyMatches('odd', '('), answered)).rejects.toMatchObject({
      name: 'AuthoringError',
      message: expect.stringMatching(/^In the check "odd", step 1: could not use the pattern "\("/),
    })
    expect(await judge(bodyMatches('a', '^a'), answered)).toMatchObject({ outcome: 'passed' })
  })

  it('says that its script is broken, and tries again when it is asked again', async () => {
    const { compile } = trusted(5_000, ['throw new Error("not a script")'])
    await expect(compile({ 'app.ts': '' })).rejects.toMatchObject({ code: 'boot-failed' })
    expect(await compile({ 'app.ts': 'export default 1' })).toMatchObject({ program: { entry: 'app.ts' } })
  })
})
