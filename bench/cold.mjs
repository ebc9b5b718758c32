/**
 * A page opened cold: how long, and how many bytes, until the first verdict is there and until Monaco can be used.
 * @module
 */

import { countBytes } from './counted.mjs'
import { round, summarise } from './statistics.mjs'

/** @typedef {import('playwright-core').Browser} Browser */

/**
 * @param {Browser} browser
 * @param {number} port where the built page is served
 * @param {string} path of an exercise's page
 * @param {number} rounds each in a new context, with nothing cached
 */
export async function measureCold(browser, port, path, rounds) {
  const counted = await countBytes(port)
  /** @type {{ verdict: number, editor: number, types: number, verdictBytes: number, editorBytes: number }[]} */
  const samples = []
  try {
    for (let index = 0; index < rounds; index++) samples.push(await openOnce(browser, counted, path))
  } finally {
    counted.close()
  }
  const kilobytes = (/** @type {number[]} */ bytes) => round(Math.max(...bytes) / 1024)
  return {
    firstVerdict: summarise(samples.map(sample => sample.verdict)),
    firstVerdictKilobytes: kilobytes(samples.map(sample => sample.verdictBytes)),
    editorUsable: summarise(samples.map(sample => sample.editor)),
    typesUsable: summarise(samples.map(sample => sample.types)),
    editorUsableKilobytes: kilobytes(samples.map(sample => sample.editorBytes)),
  }
}

/** @param {Browser} browser @param {Awaited<ReturnType<typeof countBytes>>} counted @param {string} path */
async function openOnce(browser, counted, path) {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' })
  try {
    counted.forget()
    const page = await context.newPage()
    await page.goto(counted.origin + path)
    const verdict = await markTime(page, 'rendition:verdict')
    const editor = await markTime(page, 'rendition:editor-usable')
    const types = await markTime(page, 'rendition:types-usable')
    const origin = await page.evaluate(() => performance.timeOrigin)
    return {
      verdict,
      editor,
      types,
      verdictBytes: counted.bytesBy(origin + verdict),
      editorBytes: counted.bytesBy(origin + editor),
    }
  } finally {
    await context.close()
  }
}

/** @param {import('playwright-core').Page} page @param {string} name @returns {Promise<number>} ms since navigation */
async function markTime(page, name) {
  const handle = await page.waitForFunction(mark => performance.getEntriesByName(mark)[0]?.startTime, name)
  return Number(await handle.jsonValue())
}
