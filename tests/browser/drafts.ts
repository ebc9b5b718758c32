/**
 * What tests of drafts and links do more than once.
 * @module
 */

import type { BrowserContext, Page } from 'playwright-core'
import { solutionOf, startOf } from './exercise-files.ts'
import { openPage } from './page.ts'
import { whenOpen } from './rendition.ts'

export const id = '08-status-codes'
export const address = `/exercises/${id}/`
export const solution = solutionOf(id)
export const start = startOf(id)

export const files = (page: Page) => page.evaluate(() => window.rendition.files())

/** Waits until IndexedDB holds the files as they are. */
export const saved = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    id =>
      new Promise<boolean>((resolve, reject) => {
        const request = indexedDB.open('rendition-drafts')
        request.onerror = reject
        request.onsuccess = () => {
          const read = request.result.transaction('drafts').objectStore('drafts').get(id)
          const now = JSON.stringify(window.rendition.files())
          read.onsuccess = () => resolve(JSON.stringify(read.result?.files) === now)
        }
      }),
    id,
  )
}

export const open = async () => {
  const opened = await openPage(address)
  await whenOpen(opened.page, id)
  return opened
}

export const reopen = async (page: Page): Promise<void> => {
  await page.reload()
  await whenOpen(page, id)
}

/** The link that "Share" copies. */
export const shareLink = async (page: Page, context: BrowserContext): Promise<string> => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Share' }).click()
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('#1.'))
  return page.evaluate(() => navigator.clipboard.readText())
}
