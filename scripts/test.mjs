/**
 * `npm test`: installs what is missing, runs every kind of test and ends with the line `N passed, N failed`. With
 * `--quick`: types, lint, unit tests, and in the browser one exercise. With `--full`: also Firefox, and what takes long.
 * A stage that fails does not stop the others.
 * @module
 */

import { parseArgs } from 'node:util'
import { findChromium } from './chromium.mjs'
import { command } from './commands.mjs'
import { findFirefox } from './firefox.mjs'
import { ensureInstalled } from './install.mjs'
import { build, lint, tests, types } from './stages.mjs'

/** The browser tests that a quick run holds: those of one exercise. */
const quickBrowserFilters = ['tests/browser/answers', '--testNamePattern', '08-status-codes']

/** @typedef {{ name: string, run: () => Promise<import('./stages.mjs').Counts> }} Stage */
/** @typedef {import('./stages.mjs').Counts & { name: string, seconds: number }} Outcome */

await command(async () => {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
  })
  await ensureInstalled()
  // A browser that has to be installed is fetched while the first stages run.
  const chromium = early(findChromium)
  const firefox = values.full ? early(findFirefox) : null
  /** @type {Stage[]} */
  const stages = [
    { name: 'types', run: types },
    { name: 'lint', run: lint },
    { name: 'unit', run: () => tests('unit') },
    ...(values.quick ? [] : [{ name: 'processes', run: () => tests('processes') }]),
    { name: 'build', run: build },
    { name: 'browser', run: () => inChromium('browser', chromium, values.quick ? quickBrowserFilters : []) },
    ...(firefox ? [{ name: 'firefox', run: () => inFirefox(firefox) }] : []),
    ...(values.full ? [{ name: 'full', run: () => inChromium('full', chromium) }] : []),
  ]
  /** @type {Outcome[]} */
  const outcomes = []
  for (const stage of stages) outcomes.push(await runStage(stage))
  summarise(outcomes)
})

/**
 * Starts at once. What goes wrong is told by the stage that waits for it.
 * @template T
 * @param {() => Promise<T>} find
 * @returns {Promise<T>}
 */
function early(find) {
  const found = find()
  found.catch(() => {})
  return found
}

/** @param {'browser' | 'full'} project @param {Promise<string>} chromium @param {readonly string[]} [filters] */
async function inChromium(project, chromium, filters = []) {
  return tests(project, filters, { ...process.env, CHROMIUM_PATH: await chromium })
}

/** @param {Promise<string | null>} firefox @returns {Promise<import('./stages.mjs').Counts>} */
async function inFirefox(firefox) {
  const FIREFOX_PATH = await firefox
  if (FIREFOX_PATH !== null) return tests('firefox', [], { ...process.env, FIREFOX_PATH })
  const why = 'everything in Firefox, because there is none here; install Firefox, or set FIREFOX_PATH'
  return { passed: 0, failed: 0, skipped: [why] }
}

/** @param {Stage} stage @returns {Promise<Outcome>} */
async function runStage({ name, run }) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const counts = await run().catch(error => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: [] }
  })
  return { name, ...counts, seconds: (performance.now() - started) / 1000 }
}

/** @param {readonly Outcome[]} outcomes */
function summarise(outcomes) {
  console.log('\n── summary')
  for (const { name, passed, failed, skipped, seconds } of outcomes) {
    const columns = [name.padEnd(9), `${seconds.toFixed(1)} s`.padStart(8), `${passed} passed`.padStart(12)]
    console.log([...columns, failed === 0 ? '' : `${failed} failed`].join('  ').trimEnd())
    for (const test of skipped) console.log(`           skipped: ${test}`)
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}
