/**
 * Every exercise in the engine of the page, by the rules of `verify`, and solved on its own page as a person would.
 * @module
 */

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { createRun, rulesOfRuns } from '../../src/cli/verify/rules.ts'
import { mistakeText } from '../../src/cli/verify/verified.ts'
import { exercises } from '../all-exercises.ts'
import { sharePage } from './page.ts'
import { runChecks, whenEditorUsable, whenOpen } from './rendition.ts'

/** Replaces what a file has in Monaco: text that is pasted keeps its indentation, text that is typed gets another. */
const replaceFile = async (page: Page, path: string, text: string): Promise<void> => {
  await page.getByRole('tablist', { name: 'Files' }).getByRole('tab', { name: path }).click()
  await page.locator('.monaco-editor').first().click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.evaluate(text => navigator.clipboard.writeText(text), text)
  await page.keyboard.press('ControlOrMeta+v')
}

describe.each(exercises)('$id on the built page', exercise => {
  const page = sharePage(`/exercises/${exercise.id}/`)
  const { checks, content } = exercise
  const run = createRun(exercise, {
    atOnce: 1,
    run: ({ exercise: { checks }, files, seed }) => runChecks(page(), { files, checks, seed }),
  })

  test.each(rulesOfRuns.map(rule => [rule.title, rule] as const))('%s', { timeout: 120_000 }, async (_, rule) => {
    await whenOpen(page(), exercise.id)
    expect((await rule.find(exercise, run)).map(mistakeText)).toEqual([])
  })

  test('its solution, put into the editor file by file, solves it, and the page says so', async () => {
    await whenOpen(page(), exercise.id)
    await whenEditorUsable(page())
    await page().context().grantPermissions(['clipboard-read', 'clipboard-write'])
    for (const [path, text] of Object.entries(content.solution)) await replaceFile(page(), path, text)
    await page().locator('.summary[data-solved]').waitFor()
    await page().locator('.summary [role=status]').getByText(`All ${checks.length} checks pass`).waitFor()
    await page()
      .getByRole('button', { name: `Solved, ${checks.length} of ${checks.length}` })
      .waitFor()
    expect(await page().evaluate(() => window.rendition.files())).toEqual(content.solution)
  })
})
