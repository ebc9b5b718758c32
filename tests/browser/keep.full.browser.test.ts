/**
 * Of what is kept: what takes a browser of its own, two tabs, or a network that is gone.
 * @module
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { findChromium, launchOptions } from '../../scripts/chromium.mjs'
import { turnContainerOff } from './container-off.ts'
import { address, files, id, open, reopen, saved, shareLink, solution } from './drafts.ts'
import { openContext, openPage } from './page.ts'
import { notPassed, runFiles, whenEditorUsable, whenOpen, whenTypesUsable } from './rendition.ts'

/** Its run takes as long as a run may take. */
const neverAnswers = { 'app.ts': 'export default { fetch: () => new Promise(() => {}) }' }

test('a draft survives a browser that is killed', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'rendition-profile-'))
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 10 }))
  const options = launchOptions(await findChromium())
  const launch = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...options, baseURL: inject('origin') })
    await context.addInitScript(turnContainerOff)
    return context
  }
  const first = await launch()
  const page = await first.newPage()
  await page.goto(address)
  await whenOpen(page, id)
  await runFiles(page, { 'app.ts': '// the last thing that was typed' })
  await saved(page)
  const session = await first.browser()?.newBrowserCDPSession()
  await session?.send('Browser.crash').catch(() => undefined)
  await first.close().catch(() => undefined)
  const second = await launch()
  onTestFinished(() => second.close())
  const again = await second.newPage()
  await again.goto(address)
  await whenOpen(again, id)
  expect(await files(again)).toEqual({ 'app.ts': '// the last thing that was typed' })
})

test('what one tab writes is not lost to another', async () => {
  const { page, context } = await open()
  const other = await context.newPage()
  await other.goto(address)
  await whenOpen(other, id)
  await runFiles(page, solution)
  await saved(page)
  await runFiles(other, { 'app.ts': '// the other tab' })
  await saved(other)
  await reopen(page)
  expect(await files(page)).toEqual({ 'app.ts': '// the other tab' })
  await page.getByRole('button', { name: /Bring back/ }).click()
  expect(await files(page)).toEqual(solution)
})

test('code from a link that was edited but never run stays paused after a reload', async () => {
  const { page, context } = await open()
  await runFiles(page, solution)
  const link = await shareLink(page, context)
  const { page: reader } = await openPage('/')
  await reader.goto(link)
  await whenOpen(reader, id)
  await reader.evaluate(() => window.rendition.setFiles({ 'app.ts': '// theirs, and a comment of mine' }))
  await saved(reader)
  await reader.goto(address)
  await whenOpen(reader, id)
  expect(await files(reader)).toEqual({ 'app.ts': '// theirs, and a comment of mine' })
  await reader.getByText("Somebody else's code", { exact: false }).first().waitFor()
  expect(await reader.evaluate(() => performance.getEntriesByName('rendition:run-began').length)).toBe(0)
})

test('after a tab that died during a run nothing runs until the person says so', async () => {
  const { context } = await openContext({ expected: [/the tab crashed/] })
  const page = await context.newPage()
  await page.goto(address)
  await whenOpen(page, id)
  await page.evaluate(files => {
    window.rendition.setFiles(files)
    void window.rendition.run()
  }, neverAnswers)
  await saved(page)
  await page.waitForFunction(() => Object.keys(localStorage).some(key => key.startsWith('rendition:running:')))
  const crashed = page.waitForEvent('crash')
  const session = await context.newCDPSession(page)
  session.send('Page.crash').catch(() => undefined)
  await crashed
  const next = await context.newPage()
  await next.goto(address)
  await next.getByText('The tab stopped during the last run.').first().waitFor()
  await whenOpen(next, id)
  expect(await files(next)).toEqual(neverAnswers)
  expect(await next.evaluate(() => performance.getEntriesByName('rendition:run-began').length)).toBe(0)
  expect(notPassed(await runFiles(next, solution))).toEqual([])
})

test('page, engine and exercise work with the network cut off', async () => {
  const { page, context } = await open()
  await whenTypesUsable(page)
  await context.setOffline(true)
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  const { response } = await page.evaluate(() => window.rendition.send({ method: 'GET', path: '/custom', headers: [] }))
  expect(response?.status).toBe(200)
})

test('after a first visit the page opens without a network, editor, types and all', async () => {
  const { page, context } = await openPage(address, { context: { serviceWorkers: 'allow' } })
  await whenEditorUsable(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context.setOffline(true)
  await reopen(page)
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  await whenEditorUsable(page)
  await runFiles(page, {
    'app.ts': "import { Hono } from 'hono'\nconst app = new Hono()\napp.gte('/')\nexport default app",
  })
  await page.locator('.monaco-editor .squiggly-error').first().waitFor()
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  await page.goto('/')
  await page
    .getByRole('link', { name: /Status codes/ })
    .first()
    .waitFor()
})

const DATABASE = `import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/sql-js'
import initSqlJs from 'sql.js'
const { Database } = await initSqlJs()
const found = drizzle(new Database()).get(sql\`select 42 as answer\`)
export default { fetch: () => Response.json(found) }`

/** Names of what is kept of packages that few programs need: `drizzle.js`. */
const keptPackages = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const cache = await caches.open('rendition-kept-when-used')
    const names = (await cache.keys()).map(({ url }) => url.replace(/.*\/(.*)-[\w-]{8}\./, '$1.'))
    return names.sort()
  })

test('packages that few programs need are kept for a time without a network once they were used, and no others', async () => {
  const { page, context } = await openPage(address, { context: { serviceWorkers: 'allow' } })
  await whenOpen(page, id)
  await runFiles(page, { 'app.ts': DATABASE })
  // On a first visit there is no service worker yet that could see it.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const script = ['drizzle.js', 'drizzle.js', 'sql-js.js', 'sql-js.js', 'sql-js.wasm']
  await expect.poll(() => keptPackages(page), { timeout: 20_000 }).toEqual(script)
  await context.setOffline(true)
  await reopen(page)
  await runFiles(page, { 'app.ts': DATABASE })
  const { response } = await page.evaluate(() => window.rendition.send({ method: 'GET', path: '/', headers: [] }))
  expect(response?.body).toEqual({ text: '{"answer":42}' })
})
