import { deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { solutionOf, startOf } from '../browser/exercise-files.ts'
import { openPage } from '../browser/page.ts'
import { notPassed, runFiles, whenOpen, whenTypesUsable } from '../browser/rendition.ts'
import { names, sentences } from './by-hand.ts'
import { exercise, longestTask } from './hostile-page.ts'
import { watchProcessor } from './processor-time.ts'

const linkOf = (json: string | Buffer): string => `/exercises/${exercise}/#1.${deflateSync(json).toString('base64url')}`

/** Opens the link as its reader would, until the exercise can be used. */
const openLink = async (link: string): Promise<{ readonly page: Page; readonly files: unknown }> => {
  const { page } = await openPage(link)
  await whenOpen(page, exercise)
  return { page, files: await page.evaluate(() => window.rendition.files()) }
}

test.each([
  [names.deflateBomb, Buffer.alloc(200 * 1024 * 1024, 0x20), sentences.tooLarge],
  [
    names.manyFiles,
    JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}.ts`, '']))),
    sentences.tooLarge,
  ],
  [names.strangePaths, '{ "__proto__": "text", "../x.ts": "text" }', sentences.strange],
])('%s', async (_, json, sentence) => {
  const { page, files } = await openLink(linkOf(json))
  await page.getByText(sentence).waitFor()
  expect(files).toEqual(startOf(exercise))
  expect(notPassed(await runFiles(page, solutionOf(exercise)))).toEqual([])
})

test(names.pagesOwn, async () => {
  const theirs = { 'app.ts': 'while (true) {}\n// <img src=hostile onerror=alert(1)>' }
  const { page, files } = await openLink(linkOf(JSON.stringify(theirs)))
  await page.getByText(sentences.paused).first().waitFor()
  expect(files).toEqual(theirs)
  expect(await page.evaluate(() => performance.getEntriesByName('rendition:run-began').length)).toBe(0)
  // What the editor does to get ready is none of the program's doing.
  await whenTypesUsable(page)
  const busy = await watchProcessor(page)
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  await page.getByText('The app took too long and was stopped', { exact: false }).first().waitFor()
  expect(await busy(), 'the longest task of the page, ms').toBeLessThanOrEqual(longestTask)
  expect(notPassed(await runFiles(page, solutionOf(exercise)))).toEqual([])
})
