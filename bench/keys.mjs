/**
 * Measures, in the page itself, the way from a key press to the frame that shows its verdict.
 * @module
 */

import { summarise } from './statistics.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Record<string, number>} Sample milliseconds by part of the way */
/** @typedef {{ key: number, shown: number }} Seen when the last key went down, and when its verdict was on the screen */

/** A fast typist's pause, ms: pressing the next key the moment a verdict is painted is more than a person can do. */
const betweenKeys = 120

const parts = ['edit', 'compile', 'evaluate', 'requests', 'judge', 'paint', 'total']

/**
 * Installed before the page's own scripts. The page marks when a verdict is there; the frame that shows it is the next
 * one, and it is over when a message that was posted in its callbacks arrives. Asking for frames all the time would
 * make the browser paint all the time, and so take from the page what is to be measured.
 */
function watch() {
  /** @type {Seen} */
  const seen = { key: 0, shown: 0 }
  Object.assign(window, { seen })
  addEventListener('keydown', event => Object.assign(seen, { key: event.timeStamp, shown: 0 }), true)
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => Object.assign(seen, { shown: performance.now() })
  const mark = performance.mark.bind(performance)
  performance.mark = (name, options) => {
    if (name === 'rendition:verdict') requestAnimationFrame(() => port2.postMessage(null))
    return mark(name, options)
  }
}

/** The way of the last key, or null while its verdict has not been shown. @returns {Sample | null} */
function read() {
  /** @type {Seen} */
  const { key, shown } = Reflect.get(window, 'seen')
  const run = performance.getEntriesByName('rendition:run-began').at(-1)
  const verdict = performance.getEntriesByName('rendition:verdict').at(-1)
  if (!run || !(verdict instanceof PerformanceMark) || run.startTime < key || shown < verdict.startTime) return null
  if (verdict.startTime < run.startTime) return null
  const { compile, evaluate, requests, judge } = verdict.detail
  const timed = { edit: run.startTime - key, compile, evaluate, requests, judge }
  return { ...timed, paint: shown - verdict.startTime, total: shown - key }
}

/**
 * Types into the editor and waits for each key's verdict; the first keys are practice.
 * @param {Page} page opened with `watch` installed, Monaco ready and focused
 * @param {number} rounds
 */
export async function measureKeys(page, rounds) {
  /** @type {Sample[]} */
  const samples = []
  const practice = 10
  for (let index = 0; index < rounds + practice; index++) {
    await page.evaluate(() => performance.clearMarks())
    await page.waitForTimeout(betweenKeys)
    await page.keyboard.press(index % 2 === 0 ? 'x' : 'Backspace')
    const sample = await page.waitForFunction(read, null, { polling: 20 }).then(handle => handle.jsonValue())
    if (sample && index >= practice) samples.push(sample)
  }
  return Object.fromEntries(parts.map(part => [part, summarise(samples.map(sample => sample[part] ?? Number.NaN))]))
}

export const watchScript = `(${watch})()`
