/**
 * A page opened cold: how long, and how many bytes, until the first verdict is shown and until Monaco can be used.
 * @module
 */

import { round, summarise } from './statistics.mjs'

/** @typedef {import('playwright-core').Browser} Browser */

/**
 * @param {Browser} browser
 * @param {string} address of an exercise's page
 * @param {number} rounds each in a new context, with nothing cached
 */
export async function measureCold(browser, address, rounds) {
  /** @type {{ verdict: number, editor: number, verdictBytes: number, editorBytes: number }[]} */
  const samples = []
  for (let index = 0; index < rounds; index++) samples.push(await openOnce(browser, address))
  const kilobytes = (/** @type {number[]} */ bytes) => round(Math.max(...bytes) / 1024)
  return {
    firstVerdict: summarise(samples.map(sample => sample.verdict)),
    firstVerdictKilobytes: kilobytes(samples.map(sample => sample.verdictBytes)),
    editorUsable: summarise(samples.map(sample => sample.editor)),
    editorUsableKilobytes: kilobytes(samples.map(sample => sample.editorBytes)),
  }
}

/** @param {Browser} browser @param {string} address */
async function openOnce(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    /** @type {Promise<{ at: number, bytes: number }>[]} */
    const loads = []
    context.on('requestfinished', request => {
      const { startTime, responseEnd } = request.timing()
      const at = startTime + Math.max(responseEnd, 0)
      loads.push(request.sizes().then(sizes => ({ at, bytes: sizes.responseBodySize + sizes.responseHeadersSize })))
    })
    await page.goto(address)
    const verdict = await markTime(page, 'rendition:verdict')
    const editor = await markTime(page, 'rendition:editor-usable')
    const origin = await page.evaluate(() => performance.timeOrigin)
    const finished = await Promise.all(loads)
    const bytesBy = (/** @type {number} */ ms) =>
      finished.filter(({ at }) => at <= origin + ms).reduce((sum, { bytes }) => sum + bytes, 0)
    return { verdict, editor, verdictBytes: bytesBy(verdict), editorBytes: bytesBy(editor) }
  } finally {
    await context.close()
  }
}

/** @param {import('playwright-core').Page} page @param {string} name @returns {Promise<number>} ms since navigation */
async function markTime(page, name) {
  const handle = await page.waitForFunction(mark => performance.getEntriesByName(mark)[0]?.startTime, name)
  return Number(await handle.jsonValue())
}
