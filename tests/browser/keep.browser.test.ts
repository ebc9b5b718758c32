import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { findChromium, launchOptions } from '../../scripts/chromium.mjs'
import { turnContainerOff } from './container-off.ts'
import { solutionOf, startOf } from './exercise-files.ts'
import { openContext, openPage } from './page.ts'
import { notPassed, runFiles, whenEditorUsable, whenOpen, whenTypesUsable } from './rendition.ts'

const id = '08-status-codes'
const address = `/exercises/${id}/`
const solution = solutionOf(id)
const start = startOf(id)
/** Its run takes as long as a run may take. */
const neverAnswers = { 'app.ts': 'export default { fetch: () => new Promise(() => {}) }' }
const files = (page: Page) => page.evaluate(() => window.rendition.files())
/** Waits until IndexedDB holds the files as they are. */
const saved = async (page: Page) => {
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

const open = async () => {
  const opened = await openPage(address)
  await whenOpen(opened.page, id)
  return opened
}
const reopen = async (page: Page) => {
  await page.reload()
  await whenOpen(page, id)
}
/** The link that "Share" copies. */
const shareLink = async (page: Page, context: BrowserContext): Promise<string> => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Share' }).click()
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('#1.'))
  return page.evaluate(() => navigator.clipboard.readText())
}

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

test('the catalogue lists the exercise with its state, and opens it', async () => {
  const { page } = await openPage('/')
  await page
    .getByRole('link', { name: /Status codes/ })
    .first()
    .click()
  await whenOpen(page, id)
  await runFiles(page, solution)
  await saved(page)
  await page.goto('/')
  await page.getByText('Solved', { exact: false }).first().waitFor()
  await page.goto(address)
  await whenOpen(page, id)
  await runFiles(page, start)
  await saved(page)
  await page.goto('/')
  await page.getByText('Solved', { exact: false }).first().waitFor()
  expect(await page.evaluate(() => window.rendition.exercises().map(({ id }) => id))).toEqual([id])
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
