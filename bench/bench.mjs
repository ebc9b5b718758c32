/**
 * `npm run bench`: what a person waits for, measured in a real Chromium beside vitest on the same machine, in one run.
 * Prints a table and writes bench/results.json. Times of one machine say little; the ratio says more.
 * @module
 */

import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { dist, ensureBuilt } from '../scripts/build.mjs'
import { findChromium, launchOptions } from '../scripts/chromium.mjs'
import { command, root } from '../scripts/commands.mjs'
import { ensureInstalled } from '../scripts/install.mjs'
import { serve } from '../scripts/serve.mjs'
import { measureCold } from './cold.mjs'
import { measureConfirmed } from './confirmed.mjs'
import { measureKeys, watchScript } from './keys.mjs'
import { round } from './statistics.mjs'
import { measureVitestWatch } from './vitest-watch.mjs'

const exercise = '08-status-codes'

await command(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch(launchOptions(await findChromium()))
  const server = await serve(dist, 0)
  try {
    const path = `/exercises/${exercise}/`
    const cold = await measureCold(browser, server.port, path, 9)
    const keys = await keysIn(browser, server.origin + path)
    const confirmed = await measureConfirmed(browser, path, 15)
    const vitest = await measureVitestWatch(exercise, 15)
    const ratio = round(vitest.median / (keys.total?.median ?? Number.NaN))
    const machine = { node: process.version, chromium: browser.version(), cores: cpus().length }
    const results = { exercise, machine, keyToPaintedVerdict: keys, vitestSaveToResult: vitest, ratio, cold, confirmed }
    await writeFile(join(root, 'bench', 'results.json'), `${JSON.stringify(results, null, 2)}\n`)
    print(results)
  } finally {
    await server.close()
    await browser.close()
  }
})

/** @param {import('playwright-core').Browser} browser @param {string} address */
async function keysIn(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  await page.addInitScript(watchScript)
  // Nothing else has a part in what is measured.
  await page.addInitScript(() => localStorage.setItem('rendition:engine', '{"allowed":false}'))
  await page.goto(address)
  await page.waitForFunction(() => performance.getEntriesByName('rendition:editor-usable').length > 0)
  await page.locator('.monaco-editor').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('// ')
  return measureKeys(page, 60)
}

/** @typedef {import('./statistics.mjs').Summary} Summary */

/**
 * @param {object} results
 * @param {Record<string, Summary>} results.keyToPaintedVerdict
 * @param {Summary} results.vitestSaveToResult
 * @param {number} results.ratio
 * @param {Awaited<ReturnType<typeof measureCold>>} results.cold
 * @param {Awaited<ReturnType<typeof measureConfirmed>>} results.confirmed
 */
function print({ keyToPaintedVerdict, vitestSaveToResult, ratio, cold, confirmed }) {
  const row = (/** @type {string} */ name, /** @type {Summary} */ { median, p95 }) =>
    console.log(`${name.padEnd(44)} median ${String(median).padStart(8)} ms   p95 ${String(p95).padStart(8)} ms`)
  console.log('(a) key press to painted verdict')
  for (const [part, summary] of Object.entries(keyToPaintedVerdict)) row(`    ${part}`, summary)
  row('(b) vitest --watch, save to result', vitestSaveToResult)
  console.log(`    ratio b/a ${ratio}`)
  row(`(c) cold to first verdict (${cold.firstVerdictKilobytes} kB)`, cold.firstVerdict)
  row(`    cold to Monaco usable (${cold.editorUsableKilobytes} kB)`, cold.editorUsable)
  row('    cold to types known in Monaco', cold.typesUsable)
  row('(d) edit to confirmed verdict, kernel emulated', confirmed.editToConfirmed)
  console.log(`    of which ${confirmed.waited} ms are waited for the typing to stop`)
  row('    first edit to WebContainer ready, emulated', confirmed.editToReady)
}
