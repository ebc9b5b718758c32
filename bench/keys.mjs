/**
 * Measures, in the page itself, the way from a key press to the frame that shows its verdict.
 * @module
 */

import { summarise } from './statistics.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Record<string, number>} Sample milliseconds by part of the way */
/** @typedef {{ keys: number[], frames: { began: number, shown: number }[] }} Seen */

const parts = ['edit', 'compile', 'evaluate', 'requests', 'judge', 'paint', 'total']

/**
 * Installed before the page's own scripts: notes when keys went down, when runs began and ended (the page marks them),
 * and when frames were shown, which is a message after the frame's callbacks.
 */
function watch() {
  /** @type {Seen} */
  const seen = { keys: [], frames: [] }
  Object.assign(window, { seen })
  addEventListener('keydown', event => seen.keys.push(event.timeStamp), true)
  const { port1, port2 } = new MessageChannel()
  let began = 0
  port1.onmessage = () => seen.frames.push({ began, shown: performance.now() })
  const frame = () => {
    began = performance.now()
    port2.postMessage(null)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

/** Forgets what was seen so far. */
function forget() {
  performance.clearMarks()
  /** @type {Seen} */
  const seen = Reflect.get(window, 'seen')
  seen.keys.length = 0
  seen.frames.length = 0
}

/** The way of the last key, or null while its verdict has not been shown. @returns {Sample | null} */
function read() {
  /** @type {Seen} */
  const seen = Reflect.get(window, 'seen')
  const key = seen.keys.at(-1)
  const run = performance.getEntriesByName('rendition:run-began').at(-1)
  const verdict = performance.getEntriesByName('rendition:verdict').at(-1)
  if (key === undefined || !run || !(verdict instanceof PerformanceMark) || verdict.startTime < run.startTime || run.startTime < key) return null
  const frame = seen.frames.find(({ began }) => began >= verdict.startTime)
  if (!frame) return null
  const { compile, start, requests, judge } = verdict.detail
  const timed = { edit: run.startTime - key, compile, evaluate: start, requests, judge }
  return { ...timed, paint: frame.shown - verdict.startTime, total: frame.shown - key }
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
    await page.evaluate(forget)
    await page.keyboard.press(index % 2 === 0 ? 'x' : 'Backspace')
    const sample = await page.waitForFunction(read).then(handle => handle.jsonValue())
    if (sample && index >= practice) samples.push(sample)
  }
  return Object.fromEntries(parts.map(part => [part, summarise(samples.map(sample => sample[part] ?? Number.NaN))]))
}

export const watchScript = `(${watch})()`
