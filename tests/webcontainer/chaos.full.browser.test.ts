/**
 * The WebContainer engine on a kernel that does what real ones were reported to do.
 * @module
 */

import { beforeAll, expect, test } from 'vitest'
import { batchesOf, type Outcomes } from '../../src/selftest/conformance/batch.ts'
import { notPassed, runFiles } from '../browser/rendition.ts'
import { smokeCases } from '../conformance/cases/index.ts'
import { runInNode } from '../conformance/node.ts'
import { filesOf } from '../conformance/programs.ts'
import type { Chaos } from '../kernel-emulator/chaos.ts'
import { openEmulated, whenConfirmation, whenContainer } from './emulated-page.ts'
import { runInContainer } from './in-container.ts'
import { badgeOf, neverSwitch, panelOf } from './parts.ts'
import { solution } from './programs.ts'

/** What comes first of two things that a slow kernel lets wait is no matter of these. */
const cases = smokeCases.filter(({ area }) => area !== 'background')

let node: Outcomes = new Map()
beforeAll(async () => {
  node = await runInNode(batchesOf(cases, filesOf))
})

const bearable: readonly (readonly [what: string, chaos: Partial<Chaos>])[] = [
  ['output in pieces of at most 40 bytes', { chunks: 40 }],
  ['output in pieces of at most 700 bytes', { chunks: 700 }],
  ['a terminal that stays cooked and echoes', { noRawMode: 'ignored' }],
  ['standard input that does not look like a terminal', { noRawMode: 'absent' }],
  ['processes that cannot be killed while they are busy', { softKill: true }],
  ['output that never closes and comes after the exit', { outputNeverCloses: true }],
  ['async context that is lost', { loseAsyncContext: true }],
  ['every call and every piece of output 20 ms late', { slow: 20 }],
  [
    'all of it',
    { chunks: 200, noRawMode: 'ignored', softKill: true, outputNeverCloses: true, loseAsyncContext: true, slow: 5 },
  ],
]

test.each(bearable)('every smoke case comes to the same with %s', async (_, chaos) => {
  const { page } = await openEmulated({ chaos })
  const container = await runInContainer(page, cases)
  for (const [id, outcome] of node) expect(container.get(id), id).toEqual(outcome)
})

test('a host that answers late is reached by loading its frame again', async () => {
  const { page, emulator } = await openEmulated({ chaos: { unavailable: 1 }, expected: [/status of 503/] })
  await runFiles(page, solution)
  await whenConfirmation(page, 'confirmed')
  expect([emulator.asked, emulator.boots]).toEqual([2, 1])
})

/** The limits of a boot are real ones: up to a minute, and then some. */
const patience = 120_000

test('a host that is never heard of is said to be out of reach, once; the page works, and trying again reaches it', async () => {
  const { page, emulator } = await openEmulated({ chaos: { silent: true } })
  page.setDefaultTimeout(patience)
  await runFiles(page, solution)
  await whenContainer(page, 'failed')
  expect(emulator.asked).toBe(2)
  expect(await page.locator('iframe').count()).toBe(2)
  await badgeOf(page).click()
  await panelOf(page).getByText('could not be reached', { exact: false }).waitFor()
  expect(notPassed(await runFiles(page, { ...solution, 'notes.ts': '' }))).toEqual([])
  emulator.chaos.silent = false
  await panelOf(page).getByRole('button', { name: 'Try again' }).click()
  // The boot that hung goes on when its frame is loaded once more.
  await whenConfirmation(page, 'confirmed')
})

test('a kernel that does not finish starting leads to a reload, and the page works', async () => {
  const { page } = await openEmulated({ chaos: { build: 'stalls' } })
  page.setDefaultTimeout(patience)
  await runFiles(page, solution)
  await whenContainer(page, 'failed')
  await badgeOf(page).click()
  await panelOf(page).getByText('did not finish starting', { exact: false }).waitFor()
  await panelOf(page).getByRole('button', { name: 'Reload the page' }).waitFor()
  expect(notPassed(await runFiles(page, { ...solution, 'notes.ts': '' }))).toEqual([])
})

test('a container whose end is refused can be followed by another', async () => {
  const { page, emulator } = await openEmulated({ chaos: { teardown: 'rejects' } })
  await runFiles(page, solution)
  await whenConfirmation(page, 'confirmed')
  await badgeOf(page).click()
  await neverSwitch(page).click()
  await neverSwitch(page).click()
  await page.keyboard.press('Escape')
  await runFiles(page, { ...solution, 'notes.ts': '' })
  await whenConfirmation(page, 'confirmed')
  expect(emulator.boots).toBe(2)
})

test('one that never ends leads to a reload', async () => {
  const { page } = await openEmulated({ chaos: { teardown: 'hangs' } })
  await runFiles(page, solution)
  await whenConfirmation(page, 'confirmed')
  await badgeOf(page).click()
  await neverSwitch(page).click()
  await neverSwitch(page).click()
  await panelOf(page).getByText('because the one before did not end', { exact: false }).waitFor()
  expect(notPassed(await runFiles(page, { ...solution, 'notes.ts': '' }))).toEqual([])
})
