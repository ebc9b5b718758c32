import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './page.ts'
import { whenOpen } from './rendition.ts'

const id = '08-status-codes'

const open = async (options: Parameters<typeof openPage>[1] = {}) => {
  const { page } = await openPage(`/exercises/${id}/`, { container: true, ...options })
  await whenOpen(page, id)
  await page.evaluate(() => window.rendition.run())
  return page
}

const badge = (page: Page) => page.getByRole('button', { name: /^Engine: / })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Where your code runs' })
const dockTab = (page: Page, name: string) => page.locator('.dock').getByRole('tab', { name, exact: true })
const hasFocus = (page: Page, selector: string) =>
  page.waitForFunction(selector => document.activeElement?.matches(selector), selector)
/** Of the files that only the terminal needs. */
const terminalFiles = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\/xterm-/.test(name)).length)

test('before anything was edited, this page alone has answered, and the badge says no more', async () => {
  const page = await open()
  expect(await badge(page).getAttribute('aria-label')).toBe('Engine: In this page')
  expect(await badge(page).innerText()).toBe('In this page')
  expect(await page.locator('.notice').count()).toBe(0)
})

test('the badge opens by keyboard to the choice between the engines, and Escape leads back to it', async () => {
  const page = await open()
  await badge(page).focus()
  await page.keyboard.press('Enter')
  await panel(page).getByText('Nothing of it is sent anywhere.').waitFor()
  await hasFocus(page, 'input[type=radio]:checked')
  const choices = panel(page).getByRole('radio')
  expect(await choices.count()).toBe(3)
  expect(await choices.first().isChecked()).toBe(true)
  await panel(page).getByText('It starts after your first edit.').waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Start it now')
  await page.keyboard.press('Escape')
  await panel(page).waitFor({ state: 'detached' })
  await hasFocus(page, '.engine-badge')
})

test('the self-test of this browser is linked from the badge', async () => {
  const page = await open()
  await badge(page).click()
  const link = panel(page).getByRole('link', { name: 'Check this browser' })
  expect(await link.evaluate((anchor: HTMLAnchorElement) => new URL(anchor.href).pathname)).toBe('/selftest/')
})

test('the tab of the app says what it waits for, and what can be done', async () => {
  const page = await open()
  await dockTab(page, 'App').click()
  await page.getByText('Your app opens in real Node. It starts after your first edit.').waitFor()
  await page.locator('.no-app').getByRole('button', { name: 'Start it now' }).waitFor()
})

test('the terminal is loaded with its tab, and says that nothing is in it', async () => {
  const page = await open()
  expect(await terminalFiles(page)).toBe(0)
  await dockTab(page, 'Terminal').click()
  await page.getByText('Nothing here. Open the app, and what it writes stands here.').waitFor()
  await page.locator('.xterm').waitFor({ state: 'attached' })
  expect(await terminalFiles(page)).toBeGreaterThan(0)
})

test('a terminal that cannot be loaded says so, and what to do', async () => {
  const page = await open({ expected: [/Failed to load resource/] })
  await page.route(/\/xterm-/, route => route.abort())
  await dockTab(page, 'Terminal').click()
  await page.getByText('Could not show the terminal').waitFor()
})

test('on a phone the badge is an icon with a name, and what opens from it fits', async () => {
  const page = await open({ context: { viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true } })
  const box = await badge(page).boundingBox()
  expect(box?.width).toBeLessThanOrEqual(40)
  await badge(page).tap()
  const opened = await panel(page).boundingBox()
  expect(opened?.x).toBeGreaterThanOrEqual(0)
  expect((opened?.x ?? 0) + (opened?.width ?? 0)).toBeLessThanOrEqual(390)
  expect((opened?.y ?? 0) + (opened?.height ?? 0)).toBeLessThanOrEqual(664)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
})
