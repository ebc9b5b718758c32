/**
 * The probes of the self-test, tried on the kernel emulator: real Node processes in real terminals behind the unmodified
 * client. What holds here says nothing about a real WebContainer, which is what the probes are for; that they can tell one
 * kernel from another is what is held here.
 */

import { snapshot } from '@webcontainer/snapshot'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { bundleScript } from '../build/bundle-script.ts'
import { root } from '../scripts/commands.mjs'
import type { ProbeResult } from '../src/selftest/probes/probe.ts'
import type * as entry from './browser/selftest-probes-entry.ts'
import type { Chaos } from './kernel-emulator/chaos.ts'
import { boot, emulatorForTest, openContainerPage, serveContainerPages } from './kernel-emulator/container-page.ts'

declare global {
  /** Only in the page: the probes. */
  var selfTest: typeof entry
}

/** All probes: some wait for a second for what must not come, and on busy cores every process takes its time. */
const TIME_LIMIT = 120_000

serveContainerPages()

type Results = Readonly<Record<string, ProbeResult>>

const bundled = bundleScript(root, { entry: `${root}/tests/browser/selftest-probes-entry.ts`, format: 'iife' })

/** A page with a container in which programs find `ws`. */
const openPage = async (chaos: Partial<Chaos>): Promise<Page> => {
  const page = await openContainerPage(await emulatorForTest(chaos))
  onTestFinished(() => page.context().close())
  await boot(page)
  await page.evaluate(`${await bundled}; globalThis.selfTest = rendition`)
  const packages = await snapshot(`${root}/node_modules/ws`)
  await page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
    await container.fs.mkdir('node_modules/ws', { recursive: true })
    await container.mount(bytes, { mountPoint: 'node_modules/ws' })
  }, packages.toString('base64'))
  return page
}

/** @param ids of the probes; all when not given */
const perform = (page: Page, ids: readonly string[] | null = null): Promise<Results> =>
  page.evaluate(async ids => {
    const chosen = selfTest.probes.filter(({ id }) => ids === null || ids.includes(id))
    // The browser takes long to answer this one, and nothing else disturbs it.
    const { signal } = new AbortController()
    const memory = chosen.find(({ id }) => id === 'memory')
    const measuring = memory && selfTest.performProbe(memory, container, signal)
    const results: ProbeResult[] = []
    for (const probe of chosen)
      if (probe !== memory) results.push(await selfTest.performProbe(probe, container, signal))
    if (measuring) results.push(await measuring)
    return Object.fromEntries(results.map(result => [result.id, result]))
  }, ids)

const outcomesOf = (results: Results): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(results).map(({ id, outcome, seen }) => [id, outcome === 'holds' ? outcome : seen]))

test(
  'real Node in a real terminal is as the code expects, but for what is better than that',
  async () => {
    const page = await openPage({})
    const results = await perform(page)
    const { 'type-stripping': stripping, ...outcomes } = outcomesOf(results)
    expect(outcomes).toEqual({
      ...Object.fromEntries(Object.keys(outcomes).map(id => [id, 'holds'])),
      'kill-loop': 'It ended, with code 137.',
      'output-closes': 'It was closed.',
    })
    // It is for the version of Node to say.
    expect(stripping).toMatch(/^holds$|^It was not: Unknown file extension/)
    expect(results['first-output']?.measured.firstMs).toBeGreaterThan(1)
    expect(results['line-in-cooked']).toMatchObject({ measured: { length: 4_095 } })
    expect(results['output-chunks']?.measured.largest).toBeGreaterThan(1_000)
    expect(await page.evaluate(() => container.fs.readdir('self-test'))).toEqual([])
  },
  TIME_LIMIT,
)

test(
  'a kernel that does what others were reported to do is told from one that does not',
  async () => {
    const strange: Partial<Chaos> = {
      noRawMode: 'absent',
      softKill: true,
      outputNeverCloses: true,
      loseAsyncContext: true,
      chunks: 60,
    }
    const page = await openPage(strange)
    const ids = ['raw-mode', 'output-chunks', 'async-local-storage', 'output-closes', 'kill-loop', 'kill-idle']
    expect(outcomesOf(await perform(page, ids))).toEqual({
      'raw-mode': 'There is no setRawMode, and the line came back.',
      'output-chunks': expect.stringMatching(/^30 kB came in \d+ pieces, of [23]\d characters in the middle\.$/),
      'async-local-storage': 'It was lost: afterAwait, afterTimer, afterImmediate.',
      'output-closes': 'holds',
      'kill-loop': 'holds',
      'kill-idle': 'holds',
    })
  },
  TIME_LIMIT,
)

test('a probe that finds no container any more says so, and the next one is tried all the same', async () => {
  const page = await openPage({})
  const results = await page.evaluate(async () => {
    container.teardown()
    const { signal } = new AbortController()
    const results: ProbeResult[] = []
    for (const probe of selfTest.probes.slice(0, 2)) results.push(await selfTest.performProbe(probe, container, signal))
    return results
  })
  expect(results.map(({ outcome }) => outcome)).toEqual(['not-tried', 'not-tried'])
  expect(results[0]?.seen).toMatch(/^Could not be tried: ./)
})
