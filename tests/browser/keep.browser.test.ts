import { expect, test } from 'vitest'
import { address, files, id, open, reopen, saved, shareLink, solution, start } from './drafts.ts'
import { openPage } from './page.ts'
import { notPassed, runFiles, whenOpen } from './rendition.ts'

test('a draft survives a reload', async () => {
  const { page } = await open()
  await runFiles(page, solution)
  await saved(page)
  await reopen(page)
  expect(await files(page)).toEqual(solution)
})

test('what was typed in the last moment survives a reload', async () => {
  const { page } = await open()
  await page.evaluate(() => {
    window.rendition.setFiles({ 'app.ts': '// the last moment' })
    location.reload()
  })
  await page.waitForEvent('load')
  await whenOpen(page, id)
  expect(await files(page)).toEqual({ 'app.ts': '// the last moment' })
})

test('Reset can be undone, even after a reload', async () => {
  const { page } = await open()
  await runFiles(page, solution)
  await page.getByRole('button', { name: 'Reset' }).click()
  expect(await files(page)).toEqual(start)
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await files(page)).toEqual(solution)
  await page.getByRole('button', { name: 'Reset' }).click()
  await saved(page)
  await reopen(page)
  expect(await files(page)).toEqual(start)
  await page.getByRole('button', { name: /Bring back/ }).click()
  expect(await files(page)).toEqual(solution)
  await saved(page)
})

test('a corrupt draft is put aside and said to be, and the exercise works', async () => {
  const { page } = await open()
  await page.evaluate(
    id =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('rendition-drafts')
        request.onerror = reject
        request.onsuccess = () => {
          const transaction = request.result.transaction('drafts', 'readwrite')
          transaction.objectStore('drafts').put({ files: { '../x': 1 } }, id)
          transaction.oncomplete = () => resolve()
        }
      }),
    id,
  )
  await reopen(page)
  expect(await files(page)).toEqual(start)
  await page.getByText('could not open your draft', { exact: false }).first().waitFor()
})

test('a share link opens paused, shows the code, and runs only when the reader says so', async () => {
  const { page, context } = await open()
  await runFiles(page, solution)
  const link = await shareLink(page, context)
  expect(link).toMatch(/\/exercises\/08-status-codes\/#1\.[\w-]+$/)

  const { page: reader } = await openPage(address)
  await whenOpen(reader, id)
  await runFiles(reader, { 'app.ts': '// mine' })
  await saved(reader)
  await reader.goto('about:blank')
  await reader.goto(link)
  await reader.getByText("Somebody else's code", { exact: false }).first().waitFor()
  await whenOpen(reader, id)
  expect(await files(reader)).toEqual(solution)
  expect(await reader.evaluate(() => performance.getEntriesByName('rendition:run-began').length)).toBe(0)
  await reader.getByRole('button', { name: 'Run', exact: true }).first().click()
  await reader.locator('.summary').getByText('All 13 checks pass').waitFor()
  await reader.getByRole('button', { name: 'Undo' }).click()
  expect(await files(reader)).toEqual({ 'app.ts': '// mine' })
})

test.each([
  ['cut off', '#1.eJyr'],
  ['of a newer version', '#7.abc'],
  ['made of nothing', '#1.'],
  ['not ours', '#1.%%%'],
])('a link that is %s gives a sentence and the exercise', async (_, fragment) => {
  const { page } = await openPage(`${address}${fragment}`)
  await whenOpen(page, id)
  await page.getByText('The link could not be opened.').waitFor()
  expect(await files(page)).toEqual(start)
})

test('a script may open the exercise from the catalogue; a run that is replaced gives the newer verdict', async () => {
  const { page } = await openPage('/')
  const [older, newer] = await page.evaluate(
    async ([id, solution]) => {
      await window.rendition.open(id)
      window.rendition.setFiles({ 'app.ts': 'export default 1' })
      const older = window.rendition.run()
      window.rendition.setFiles(solution)
      return Promise.all([older, window.rendition.run()])
    },
    [id, solution] as const,
  )
  expect(new URL(page.url()).pathname).toBe(address)
  expect(notPassed(newer)).toEqual([])
  expect(older).toEqual(newer)
})
