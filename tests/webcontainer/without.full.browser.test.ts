import { expect, onTestFinished, test } from 'vitest'
import { dist } from '../../scripts/build.mjs'
import { serve } from '../../scripts/serve.mjs'
import { openContext } from '../browser/page.ts'
import { notPassed, runFiles, whenOpen } from '../browser/rendition.ts'
import { exercise, openEmulated, whenConfirmation, whenContainer } from './emulated-page.ts'
import { badgeOf, panelOf } from './parts.ts'
import { solution, solutionWith } from './programs.ts'

test('offline the page works as before, nothing is asked for, and the badge says why; back online it starts', async () => {
  const { page, emulator } = await openEmulated({ expected: [/ERR_INTERNET_DISCONNECTED/] })
  await page.context().setOffline(true)
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  await badgeOf(page).click()
  await panelOf(page).getByText('You are offline; it starts when you are back.').waitFor()
  await page.keyboard.press('Escape')
  expect(emulator.asked).toBe(0)
  // Nothing waits: there is no frame but the engine's.
  expect(await page.locator('iframe').count()).toBe(1)
  await page.context().setOffline(false)
  await whenConfirmation(page, 'confirmed')
})

test('on a page that is not isolated it says so at once, and the page works', async () => {
  const served = await serve(dist, 0, headers =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('Cross-Origin-'))),
  )
  onTestFinished(() => served.close())
  const { context } = await openContext({ container: true, context: { baseURL: served.origin } })
  const page = await context.newPage()
  await page.goto(`/exercises/${exercise}/`)
  await whenOpen(page, exercise)
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  await badgeOf(page).click()
  await panelOf(page).getByText('is not cross-origin isolated', { exact: false }).waitFor()
  expect(await page.locator('iframe').count()).toBe(1)
})

test('one that is refused says why, and is tried again when asked', async () => {
  const { page, emulator } = await openEmulated({ chaos: { build: 'rejects' } })
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  await whenContainer(page, 'failed')
  await badgeOf(page).click()
  await panelOf(page).getByText('because it refused', { exact: false }).waitFor()
  emulator.chaos.build = 'works'
  await panelOf(page).getByRole('button', { name: 'Try again' }).click()
  await whenConfirmation(page, 'confirmed')
})

test('packages that could not be mounted are mounted when asked again, in the container that is up', async () => {
  const { page, emulator } = await openEmulated()
  const packages = /\/container-packages-[^/]*$/
  await page.context().route(packages, route => route.fulfill({ body: 'no packages', contentType: 'text/plain' }))
  await runFiles(page, solution)
  await whenContainer(page, 'failed')
  await badgeOf(page).click()
  await panelOf(page).getByText('Could not give the WebContainer its packages', { exact: false }).waitFor()
  await page.context().unroute(packages)
  await panelOf(page).getByRole('button', { name: 'Try again' }).click()
  await whenConfirmation(page, 'confirmed')
  expect(emulator.boots).toBe(1)
})

test('one that goes away is said to have, and comes back when asked', async () => {
  const { page, emulator } = await openEmulated()
  await runFiles(page, solution)
  await whenConfirmation(page, 'confirmed')
  emulator.complain('out of memory')
  await whenContainer(page, 'failed')
  await badgeOf(page).click()
  await panelOf(page).getByText('the WebContainer went away (out of memory)', { exact: false }).waitFor()
  await panelOf(page).getByRole('button', { name: 'Try again' }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => emulator.boots, { timeout: 20_000 }).toBe(2)
  await runFiles(page, { ...solution, 'notes.ts': '' })
  await whenConfirmation(page, 'confirmed')
})

/** A Node that does not know the status 418. */
const withoutTeapots = `import { ServerResponse } from 'node:http'
const { writeHead } = ServerResponse.prototype
ServerResponse.prototype.writeHead = function (status, ...rest) {
  return writeHead.call(this, status === 418 ? 500 : status, ...rest)
}`

test('one that answers known requests wrongly is not used, and pinned to it the page offers its own', async () => {
  const { page } = await openEmulated()
  await page.context().route(/\/container-runner-[^/]*$/, async route => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${withoutTeapots}\n${await response.text()}` })
  })
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  await whenContainer(page, 'failed')
  await badgeOf(page).click()
  await panelOf(page).getByText('known requests wrongly', { exact: false }).waitFor()
  await panelOf(page)
    .getByRole('radio', { name: /^Real Node/ })
    .check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Use the engine in this page' }).first().click()
  const verdict = await runFiles(page, solutionWith('c.json({ name }, 201)', 'c.json({ name })'))
  expect(verdict.engine).toBe('embedded')
})
