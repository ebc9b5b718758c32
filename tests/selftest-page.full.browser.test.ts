/**
 * The whole self-test, as a person starts it, with the kernel emulator in the place of StackBlitz.
 */

import { expect, test } from 'vitest'
import { smokeCases } from './conformance/cases/index.ts'
import { openEmulated } from './webcontainer/emulated-page.ts'

test('in a kernel that is as the code expects, all comes out as expected, and nothing is left running', async () => {
  const { page, emulator } = await openEmulated({
    path: '/selftest/?cases=smoke',
    whenUsable: page => page.getByRole('button', { name: 'Run the self-test' }).waitFor(),
  })
  await page.getByRole('checkbox', { name: 'start another' }).check()
  await page.getByRole('button', { name: 'Run the self-test' }).click()
  await page.getByRole('button', { name: 'Download as JSON' }).waitFor({ timeout: 240_000 })

  const summary = await page.locator('.selftest-summary').textContent()
  const outcomes = (outcome: string) =>
    page
      .locator(`[data-outcome=${outcome}]`)
      .evaluateAll(rows =>
        rows.map(row => `${row.dataset.probe}: ${row.querySelector('[data-label=Seen]')?.textContent}`),
      )
  expect({ summary, differing: await outcomes('differs'), untried: await outcomes('not-tried') }).toEqual({
    summary: expect.stringMatching(/^Everything is as expected/),
    differing: [],
    untried: [],
  })
  expect(summary).toContain(`In this page all ${smokeCases.length} cases come out as expected.`)
  expect(summary).toContain(`In the WebContainer all ${smokeCases.length} cases come out as expected.`)
  expect(await page.locator('[data-probe=restart]').getAttribute('data-outcome')).toBe('holds')
  // Better than what is counted on, which is no problem.
  expect(await outcomes('minor')).toEqual(
    expect.arrayContaining(
      ['kill-loop: It ended, with code 137.', 'output-closes: It was closed.'].map(text =>
        expect.stringContaining(text),
      ),
    ),
  )
  // One may be in reserve.
  expect(emulator.processes).toBeLessThanOrEqual(1)
})
