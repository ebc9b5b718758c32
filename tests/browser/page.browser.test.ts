import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { solutionOf, startOf } from './exercise-files.ts'
import { openPage } from './page.ts'
import { runFiles, whenEditorUsable, whenOpen } from './rendition.ts'

const id = '08-status-codes'
const address = `/exercises/${id}/`
const solution = solutionOf(id)['app.ts'] ?? ''
const start = startOf(id)['app.ts'] ?? ''

const summary = (page: Page) => page.locator('.summary [role=status]')
const check = (page: Page, name: string) => page.locator(`[data-check="${name}"]`)
const editor = (page: Page) => page.locator('.monaco-editor').first()

const open = async (options: Parameters<typeof openPage>[1] = {}) => {
  const { page } = await openPage(address, options)
  await whenOpen(page, id)
  return page
}

/** Replaces everything in Monaco as a person who pastes would. */
const replaceCode = async (page: Page, text: string): Promise<void> => {
  await whenEditorUsable(page)
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

test('the solution, put into the editor, solves the exercise as it is typed, without pressing Run', async () => {
  const page = await open()
  await replaceCode(page, solution)
  await summary(page).getByText('All 13 checks pass').waitFor()
  await page.locator('.summary[data-solved]').waitFor()
})

test('typing key by key, with the editor completing brackets and quotes, mends one check', async () => {
  const page = await open()
  await whenEditorUsable(page)
  await editor(page).getByText("({ name: 'Foo' })").first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.type("return c.json({ name: c.req.query('name') }, 201)")
  await check(page, 'create-status').and(page.locator('[data-outcome=passed]')).waitFor()
})

test('a failing check opens to its exchange: sent, expected, actual, advice', async () => {
  const page = await open()
  const first = check(page, 'create-status')
  await first.getByText('The status should be 201 Created, but it is 200 OK.').waitFor()
  await first.getByText('POST').first().waitFor()
  await first.getByText('/items?name=Lamp').first().waitFor()
  await first.getByText('c.json({ name }, 201)').waitFor()
  await first.getByRole('button', { name: 'Whole answer' }).click()
  await first.getByText('content-type', { exact: false }).first().waitFor()
})

test('console lines of a request are shown with its check, as text', async () => {
  const page = await open()
  const source = start.replace(
    "app.post('/items', c => {",
    "app.post('/items', c => {\n  console.log('<img src=x onerror=alert(1)>', { seen: 1 })",
  )
  await runFiles(page, { 'app.ts': source })
  await check(page, 'create-status').getByText('<img src=x onerror=alert(1)> { seen: 1 }').waitFor()
  expect(await page.locator('img[src=x]').count()).toBe(0)
})

test('a compile error is shown in the results with its line, and marked in the editor', async () => {
  const page = await open()
  await replaceCode(page, `${start}\nconst oops = ;`)
  await summary(page).getByText('The code does not compile').waitFor()
  await page.getByRole('button', { name: /app\.ts:42:\d+/ }).waitFor()
  await page.locator('.monaco-editor .squiggly-error').first().waitFor()
})

test('Monaco knows the types of Hono: errors as they are typed, and completions', async () => {
  const page = await open()
  await replaceCode(
    page,
    "import { Hono } from 'hono'\nconst app = new Hono()\napp.gte('/', c => c.text('x'))\nexport default app\n",
  )
  await page.locator('.monaco-editor .squiggly-error').first().waitFor()
  await replaceCode(
    page,
    "import { Hono } from 'hono'\nimport { getCookie } from 'hono/cookie'\nconst app = new Hono()\nexport default app\nconst text: string = String(getCookie) + process.env.PORT\napp",
  )
  await page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'detached' })
  await page.keyboard.type('.')
  await page.locator('.suggest-widget').getByText('notFound', { exact: false }).first().waitFor()
})

test('a verdict of older code is marked as stale while nothing newer is there', async () => {
  const page = await open()
  await replaceCode(page, `${start}\nwhile (true) {}\n`)
  await page.locator('.summary[data-stale]').waitFor()
  await page.getByText('from before your last edit').first().waitFor()
  await page.locator('.summary:not([data-stale])').waitFor()
})

test('the request line answers from the code as it is, and keeps state until an edit', async () => {
  const page = await open()
  await runFiles(page, { 'app.ts': solution })
  const path = page.getByLabel('Path and query')
  const answer = page.locator('.tried')
  await page.getByLabel('Method').selectOption('DELETE')
  await path.fill('/items/1')
  await path.press('Enter')
  await answer.getByText('204').first().waitFor()
  await page.getByLabel('Method').selectOption('GET')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await answer.getByText('Item 1 not found').first().waitFor()
  await answer.getByText('Item missing').first().waitFor()
})

test('everything is within reach of the keyboard', async () => {
  const page = await open()
  await whenEditorUsable(page)
  await editor(page).click()
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('.monaco-editor, .check-button, .pane')?.className ?? '')
  expect(await focused()).toContain('monaco-editor')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(await focused()).not.toContain('monaco-editor')
  await page.keyboard.press('F4')
  expect(await focused()).toContain('check-button')
  const first = await page.evaluate(() => document.activeElement?.id)
  await page.keyboard.press('F4')
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe(first)
  await page.keyboard.press('Shift+F4')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(first)
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: /shortcuts/i }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('the first verdict is there before Monaco is asked for', async () => {
  const { page } = await openPage('/')
  await page
    .getByRole('link', { name: /Status codes/ })
    .first()
    .click()
  await page.waitForFunction(() => performance.getEntriesByName('rendition:verdict').length > 0)
  await whenEditorUsable(page)
  const [verdict, editor] = await page.evaluate(() => [
    performance.getEntriesByName('rendition:verdict')[0]?.startTime ?? Number.NaN,
    performance.getEntriesByType('resource').find(({ name }) => name.includes('editor.api'))?.startTime ?? Number.NaN,
  ])
  expect(verdict).toBeLessThan(editor ?? Number.NaN)
})

test('files can be added and removed, and import each other', async () => {
  const page = await open()
  await runFiles(page, { 'app.ts': "export { default } from './routes.ts'\n", 'routes.ts': solution })
  await summary(page).getByText('All 13 checks pass').waitFor()
  await page.getByRole('tab', { name: 'routes.ts' }).click()
  await page.getByRole('tab', { name: 'routes.ts', selected: true }).waitFor()
})

test('an exercise can be solved on a phone', async () => {
  const page = await open({ context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } })
  await page
    .getByRole('button', { name: 'Code' })
    .or(page.getByRole('tab', { name: 'Code' }))
    .first()
    .click()
  await page.locator('textarea').first().fill(solution)
  await page
    .getByRole('button', { name: /Results/ })
    .or(page.getByRole('tab', { name: /Results/ }))
    .first()
    .click()
  await summary(page).getByText('All 13 checks pass').waitFor()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
})

test('the brief can be read without scripts', async () => {
  const { page } = await openPage(address, { context: { javaScriptEnabled: false } })
  await page.getByRole('heading', { name: 'Status codes and custom responses' }).waitFor()
  await page.getByText('Your task').waitFor()
  await page.getByText('HTTPException').first().waitFor()
})
