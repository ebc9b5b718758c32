import { expect, test } from 'vitest'
import { runFiles } from '../browser/rendition.ts'
import { openEmulated, whenConfirmation } from './emulated-page.ts'
import { dockTab } from './parts.ts'
import { solution, solutionWith } from './programs.ts'

/** Of the app itself, which has nothing at `/`. */
const notFound = /^console error: Failed to load resource: .* 404 \(Not Found\) \(http:\/\/127\.0\.0\.1:/

test('the app opens beside the checks, is started anew by an edit, and its terminal shows what it writes', async () => {
  const { page, emulator } = await openEmulated({ expected: [notFound] })
  await runFiles(page, solution)
  await whenConfirmation(page, 'confirmed')
  await dockTab(page, 'App').click()
  await page.getByRole('button', { name: 'Open app' }).click()
  const app = page.frameLocator('iframe[title="Your app"]')
  await app.getByText('404 Not Found').waitFor()
  await page.getByRole('textbox', { name: 'Path in your app' }).fill('/items/2')
  await page.keyboard.press('Enter')
  await app.getByText('{"name":"Bar"}').waitFor()

  await runFiles(
    page,
    solutionWith("[2, { name: 'Bar' }],", "[2, { name: 'Baz' }],\n])\nconsole.log('said at the start')\nnew Map(["),
  )
  await app.getByText('{"name":"Baz"}').waitFor()
  await dockTab(page, 'Terminal').click()
  await page.locator('.xterm').getByText('said at the start').first().waitFor()

  // Half a line was typed: what runs goes on.
  await runFiles(page, solutionWith('const app =', 'const app ='.slice(0, 5)))
  await page.locator('.xterm').getByText('Not restarted. The code does not compile', { exact: false }).first().waitFor()
  await dockTab(page, 'App').click()
  await app.getByText('{"name":"Baz"}').waitFor()
  await page.getByRole('button', { name: 'Close the app' }).click()
  await page.getByRole('button', { name: 'Open app' }).waitFor()
  await expect.poll(() => emulator.processes, { timeout: 20_000 }).toBe(1)
})

test('an app that ends says so, with its exit code, and can be started again', async () => {
  const { page } = await openEmulated({ expected: [notFound] })
  await runFiles(page, { ...solution, 'app.ts': "throw new Error('not today')\nexport default {}" })
  await dockTab(page, 'App').click()
  await page.getByRole('button', { name: 'Open app' }).click({ timeout: 20_000 })
  await page.getByText('The app ended with exit code 1', { exact: false }).first().waitFor()
  await dockTab(page, 'Terminal').click()
  await page.locator('.xterm').getByText('not today').first().waitFor()
  await runFiles(page, solution)
  await dockTab(page, 'App').click()
  await page.frameLocator('iframe[title="Your app"]').getByText('404 Not Found').waitFor()
})
