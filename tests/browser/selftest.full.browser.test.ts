import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { Report } from '../../src/selftest/report.ts'
import { smokeCases } from '../conformance/cases/index.ts'
import { openContext, openPage } from './page.ts'

const start = (page: Page) => page.getByRole('button', { name: 'Run the self-test' })
const container = (page: Page) => page.getByRole('checkbox', { name: 'The WebContainer too' })

/** Runs what is chosen to its end. */
const run = async (page: Page): Promise<void> => {
  await start(page).click()
  await page.getByRole('button', { name: 'Download as JSON' }).waitFor()
}

const downloaded = async (page: Page): Promise<Report> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as JSON' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^rendition-self-test-[\dT-]+\.json$/)
  const folder = await mkdtemp(join(tmpdir(), 'rendition-self-test-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await download.saveAs(join(folder, 'report.json'))
  return JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))
}

test('the self-test says what it will do and whom it will contact, and does nothing before it is asked', async () => {
  const { context } = await openContext({ container: true })
  const asked: string[] = []
  context.on('request', request => asked.push(request.url()))
  const page = await context.newPage()
  await page.goto('/selftest/')
  await start(page).waitFor()
  expect(await page.getByRole('main').textContent()).toContain('the page contacts stackblitz.com')
  expect(await container(page).isChecked()).toBe(true)
  expect(asked.filter(url => /conformance|engine-[^/]+\.json|container-|stackblitz|staticblitz/.test(url))).toEqual([])
  await page.getByRole('link', { name: 'Rendition, all exercises' }).click()
  await page.getByRole('heading', { name: 'Exercises' }).waitFor()
})

test('every case comes out as expected in the engine of the page, and the report says so', async () => {
  const { page } = await openPage('/selftest/?cases=smoke', { context: { viewport: { width: 390, height: 800 } } })
  // Who turned the WebContainer off has to tick its box.
  expect(await container(page).isChecked()).toBe(false)
  await run(page)
  const count = smokeCases.length
  await page.getByText(`In this page all ${count} cases come out as expected.`).waitFor()
  const cells = page.locator('tfoot td')
  expect(await cells.allTextContents()).toEqual([String(count), String(count), '0', '–', '0'])
  expect(await page.locator('details[data-case]').count()).toBe(0)
  // Nothing is wider than a phone.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

  const report = await downloaded(page)
  expect(report).toMatchObject({
    format: 1,
    browser: { isolated: true },
    container: { state: 'not-asked', why: 'It was not asked for.' },
    probes: [],
    conformance: { choice: 'smoke', failures: { embedded: [], webcontainer: [] }, unexpected: [] },
  })
  expect(report.build).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/)
  const expected = report.conformance.areas.map(({ embedded }) => embedded['as-expected'])
  expect(expected.reduce((sum, number) => sum + number, 0)).toBe(count)
})

test('where the page is not isolated it says why there is no WebContainer, and tests the engine of the page', async () => {
  const { page, context } = await openPage('/')
  await context.route('**/*', async route => {
    const response = await route.fetch()
    const headers = response.headers()
    delete headers['cross-origin-opener-policy']
    delete headers['cross-origin-embedder-policy']
    await route.fulfill({ response, headers })
  })
  await page.goto('/selftest/')
  await page.getByText('because this page is not cross-origin isolated').first().waitFor()
  expect(await container(page).isDisabled()).toBe(true)
  await start(page).click()
  // The first programs were answered.
  await page.locator('[data-area=all] td:nth-of-type(2):not(:text-is("0"))').waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('It was stopped before its end.').waitFor()
})

test('offline it says so', async () => {
  const { page, context } = await openPage('/selftest/')
  await start(page).waitFor()
  await context.setOffline(true)
  await page.getByText('because this browser is offline').waitFor()
  expect(await container(page).isDisabled()).toBe(true)
})
