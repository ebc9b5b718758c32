/**
 * Measures how long real Node takes to confirm a verdict. The kernel is the emulator of tests/kernel-emulator/: the client,
 * the engine, the runner and Node are real, so this is a lower bound of nothing; it is for comparing builds with each other.
 * @module
 */

import { join } from 'node:path'
import { createServer } from 'vite'
import { dist } from '../scripts/build.mjs'
import { root } from '../scripts/commands.mjs'
import { serve } from '../scripts/serve.mjs'
import { summarise } from './statistics.mjs'

/** @typedef {typeof import('../tests/kernel-emulator/kernel-emulator.ts')} Emulator */

/** How long the typing has to have stopped, ms (src/workspace/confirmer.ts). */
const waited = 1_000

/** @param {import('playwright-core').Browser} browser @param {string} path @param {number} rounds */
export async function measureConfirmed(browser, path, rounds) {
  // It is TypeScript, which Node 20 does not run.
  const loader = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false },
  })
  const file = join(root, 'tests/kernel-emulator/kernel-emulator.ts')
  const { startKernelEmulator } = /** @type {Emulator} */ (await loader.ssrLoadModule(file))
  const emulator = await startKernelEmulator()
  const server = await serve(dist, 0, headers =>
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value.replace(/frame-src [^;]+/, `frame-src ${emulator.origin}`),
      ]),
    ),
  )
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' })
    await page.addInitScript(origin => Object.assign(window, { WEBCONTAINER_API_IFRAME_URL: origin }), emulator.origin)
    /** @type {number[]} */
    const ready = []
    for (let round = 0; round < 3; round++) {
      await page.goto(server.origin + path)
      ready.push(await edit(page, 'rendition:container', 'ready'))
    }
    /** @type {number[]} */
    const confirmed = []
    for (let round = 0; round < rounds; round++) confirmed.push(await edit(page, 'rendition:confirmation', 'confirmed'))
    await page.close()
    return { editToConfirmed: summarise(confirmed), waited, editToReady: summarise(ready) }
  } finally {
    await server.close()
    await emulator.close()
    await loader.close()
  }
}

/**
 * Changes a file, and waits until the page has come to something.
 * @param {import('playwright-core').Page} page
 * @param {string} mark
 * @param {string} kind
 * @returns {Promise<number>} ms from the edit
 */
async function edit(page, mark, kind) {
  await page.waitForFunction(
    () => 'rendition' in window && performance.getEntriesByName('rendition:verdict').length > 0,
  )
  const began = await page.evaluate(() => {
    performance.clearMarks('rendition:confirmation')
    const { files, setFiles } = Reflect.get(window, 'rendition')
    const began = performance.now()
    setFiles({ 'app.ts': `${files()['app.ts']}\n//` })
    return began
  })
  const reached = await page.waitForFunction(
    ([mark, kind]) => {
      const last = performance.getEntriesByName(mark ?? '').at(-1)
      return last instanceof PerformanceMark && last.detail.kind === kind ? last.startTime : null
    },
    [mark, kind],
  )
  return Number(await reached.jsonValue()) - began
}
