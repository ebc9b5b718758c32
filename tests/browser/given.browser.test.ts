/**
 * Files that an exercise gives are shown beside the learner's, and stay as they are.
 * @module
 */

import { expect, test } from 'vitest'
import { openPage } from './page.ts'
import { whenEditorUsable, whenOpen, whenTypesUsable } from './rendition.ts'

const id = '18-tests'

test.each([
  ['Monaco', {}, '.monaco-editor'],
  ['the plain editor', { viewport: { width: 700, height: 900 } }, '.plain-editor textarea'],
])('%s shows a given file, and takes nothing that is typed into it', async (_, context, editor) => {
  const { page } = await openPage(`/exercises/${id}/`, { context })
  await whenOpen(page, id)
  if (editor === '.monaco-editor') await whenEditorUsable(page)
  else await page.getByRole('button', { name: 'Code' }).click()
  if (editor === '.monaco-editor') {
    await whenTypesUsable(page)
    expect(await page.locator('.squiggly-error').count()).toBe(0)
  }
  const before = await page.evaluate(() => window.rendition.files())
  expect(Object.keys(before)).toEqual(['tests.ts'])
  await page.getByRole('tablist', { name: 'Files' }).getByRole('tab', { name: 'shop.ts (given, read only)' }).click()
  await page.locator(editor).first().click()
  await page.getByRole('textbox', { name: 'shop.ts, given code, read only' }).waitFor({ state: 'attached' })
  await page.keyboard.type('const typed = 1')
  await page.keyboard.press('Enter')
  const shown = page.locator(editor).first()
  const text = editor === '.monaco-editor' ? await shown.innerText() : await shown.inputValue()
  expect(text).toContain('createMiddleware')
  expect(text).not.toContain('typed')
  expect(await page.evaluate(() => window.rendition.files())).toEqual(before)
})

test('neither a script nor the dialog replaces a given file, and its tab cannot be removed', async () => {
  const { page } = await openPage(`/exercises/${id}/`)
  await whenOpen(page, id)
  const refusal = page.evaluate(() => window.rendition.setFiles({ 'shop.ts': '' }))
  await expect(refusal).rejects.toThrow('shop.ts is given by the exercise and cannot be replaced.')
  expect(await page.getByRole('button', { name: /^Remove / }).count()).toBe(0)
  await page.getByRole('button', { name: 'Add a file' }).click()
  await page.getByRole('textbox', { name: 'File name' }).fill('shop.ts')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('could not add shop.ts: because it is there already').waitFor()
})
