import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { bundleScript } from '../../../build/bundle-script.ts'
import { guardLoops } from '../webcontainer/guard-loops.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const entry = fileURLToPath(new URL('guard.ts', import.meta.url))
const guard = bundleScript(root, { entry, format: 'es', external: ['node:timers'] })

const dataUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

/** `block(ms)` lets nothing else happen for so long, in a guarded loop. */
const BLOCK = 'const block = ms => { const until = performance.now() + ms; while (performance.now() < until); }\n'

/** How long the event loop may stand still, ms. Shorter, and a busy machine would be taken for a loop. */
const LIMIT = 400

/**
 * Runs guarded code in a thread of its own.
 * @returns how many ms after its last `begin()` the guard ended it; null when it came to its end
 */
const run = async (body: string): Promise<number | null> => {
  const module = { path: 'app.ts', imports: {}, dynamicImports: {}, lazy: false }
  const code = `${BLOCK}export default async ({ begin, turn, unlimited }) => {\n${body}\n}`
  const [guarded] = guardLoops({ entry: 'app.ts', modules: [{ ...module, code }], packages: [] }).modules
  const script = `
    import { parentPort } from 'node:worker_threads'
    import { installGuard } from ${JSON.stringify(dataUrl(await guard))}
    const now = performance.now.bind(performance)
    let begun = 0
    let limit = ${LIMIT}
    const over = () => { parentPort.postMessage(now() - begun); process.exit() }
    const begin = installGuard({ limit: () => limit, over })
    const tools = {
      begin: () => { begun = now(); begin() },
      unlimited: () => { limit = null },
      turn: () => new Promise(resolve => setImmediate(resolve)),
    }
    const program = await import(${JSON.stringify(dataUrl(guarded?.code ?? ''))})
    await program.default(tools)
    parentPort.postMessage(null)`
  const worker = new Worker(new URL(dataUrl(script)))
  const [message]: unknown[] = await once(worker, 'message')
  await worker.terminate()
  return typeof message === 'number' ? message : null
}

it.each([
  ['a loop that never ends', 'for (;;);'],
  ['loops that only wait for what is there', 'for (;;) await 0'],
  ['a loop in a microtask', 'await Promise.resolve().then(() => { for (;;); })'],
  ['a loop in a timer', 'await new Promise(() => setTimeout(() => { for (;;); }))'],
  ['loops that end, one after the other', 'for (const ms of [250, 250]) block(ms)'],
  [
    'a loop of a program that replaced timers, the clock and what it calls',
    `Object.assign(globalThis, { setInterval: () => 0, performance: { now: () => 0 } })
     Reflect.set(globalThis, Symbol.for('rendition.guard'), () => undefined)
     for (;;);`,
  ],
])('ends %s when its time is over', async (_name, loop) => {
  expect(await run(`begin(); ${loop}`)).toBeGreaterThanOrEqual(LIMIT - 1)
})

it.each([
  ['a loop that ends in time', 'begin(); block(20)'],
  ['loops between which the event loop turns', 'begin(); for (let i = 0; i < 8; i++) { block(60); await turn() }'],
  ['a task that begins after another stood still', 'begin(); block(250); begin(); block(250)'],
  ['loops without a limit', 'unlimited(); begin(); block(500)'],
])('lets %s go on', async (_name, body) => {
  expect(await run(body)).toBeNull()
})
