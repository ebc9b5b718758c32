import { deflateSync } from 'node:zlib'
import { devices } from 'playwright-core'
import { expect, test } from 'vitest'
import type { SourceFiles } from '../../src/compile/program.ts'
import type { ChecksJob } from '../../src/workspace/scripting.ts'
import { notPassed, runFiles, whenOpen } from '../browser/rendition.ts'
import { app, checkOf, get } from '../hostile/program.ts'
import { containerStates, exercise, openEmulated, whenConfirmation, whenContainer } from './emulated-page.ts'
import { badgeOf, choose, dockTab, neverSwitch, panelOf } from './parts.ts'
import { solution } from './programs.ts'

test('pinned, the WebContainer’s verdict is the verdict, also after a reload', async () => {
  const { page, emulator } = await openEmulated()
  await choose(page, 'Real Node')
  await whenContainer(page, 'ready')
  const verdict = await runFiles(page, solution)
  expect([verdict.engine, notPassed(verdict)]).toEqual(['webcontainer', []])
  const sent = await page.evaluate(() => window.rendition.send({ method: 'GET', path: '/items/1' }))
  expect(sent.response?.body).toEqual({ text: '{"name":"Foo"}' })
  await page.reload()
  await whenOpen(page, exercise)
  expect(await page.evaluate(async () => (await window.rendition.run()).engine)).toBe('webcontainer')
  expect(emulator.boots).toBe(2)
  await choose(page, 'In this page')
  expect(await page.evaluate(async () => (await window.rendition.run()).engine)).toBe('embedded')
})

test('processes that cannot be ended have the container restarted, and the next honest run passes', async () => {
  const { page, emulator } = await openEmulated({ chaos: { softKill: true } })
  const run = async (files: SourceFiles, times: number): Promise<string[]> => {
    const checks = Array.from({ length: times }, (_, index) => checkOf(`check-${index}`, { ...get(), timeLimit: 300 }))
    const job: ChecksJob = { files, checks, engine: 'webcontainer' }
    const outcomes = await page.evaluate(async text => {
      const { results } = await window.rendition.runChecks(JSON.parse(text))
      return results.map(({ outcome }) => outcome)
    }, JSON.stringify(job))
    return outcomes
  }
  // No loop of the program's own: a pattern that backtracks without end.
  const backtracks = app("return c.text(String(/^(a+)+$/.test('a'.repeat(40) + 'b')))")
  expect(await run(backtracks, 2)).toEqual(['broke', 'broke'])
  // That a process does not end is known some time after it was told to.
  const next = async () => [await run(app("return c.text('up')"), 1), emulator.boots]
  await expect.poll(next, { timeout: 20_000 }).toEqual([['passed'], 2])
})

test('what is edited while it starts is one run in the end', async () => {
  const { page } = await openEmulated({ chaos: { slow: 20 } })
  await choose(page, 'Real Node')
  const verdict = await page.evaluate(async () => {
    performance.clearMarks('rendition:verdict')
    for (const text of ['// a', '// b', '// c']) window.rendition.setFiles({ 'app.ts': text })
    window.rendition.setFiles({ 'app.ts': 'export default { fetch: () => new Response() }' })
    const { engine, diagnostics } = await window.rendition.run()
    return {
      engine,
      diagnostics: diagnostics.length,
      verdicts: performance.getEntriesByName('rendition:verdict').length,
    }
  })
  expect(verdict).toEqual({ engine: 'webcontainer', diagnostics: 0, verdicts: 1 })
})

test('what failed for want of a pinned WebContainer runs once that is there', async () => {
  const { page, emulator } = await openEmulated({ chaos: { build: 'rejects' } })
  await choose(page, 'Real Node')
  await whenContainer(page, 'failed')
  emulator.chaos.build = 'works'
  // The page's own first verdict may or may not have been there before the choice.
  await page.evaluate(() => performance.clearMarks('rendition:verdict'))
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await page.waitForFunction(() => performance.getEntriesByName('rendition:verdict').length > 0)
  expect(await page.getByText("This is our fault, not your code's.").count()).toBe(0)
})

test('turned off while it starts it never comes up, until it is allowed again', async () => {
  const { page, emulator } = await openEmulated({ chaos: { slow: 50 } })
  await runFiles(page, solution)
  await page.waitForFunction(() =>
    performance
      .getEntriesByName('rendition:container')
      .some(entry => entry instanceof PerformanceMark && entry.detail.stage === 'mounting'),
  )
  await badgeOf(page).click()
  const off = neverSwitch(page)
  await off.click()
  await panelOf(page).getByText('It is off', { exact: false }).waitFor()
  await off.click()
  await page.keyboard.press('Escape')
  await whenContainer(page, 'ready')
  expect(emulator.boots).toBe(2)
  expect((await containerStates(page)).filter(state => state === 'ready')).toEqual(['ready'])
})

test('turned off, it is never asked for, also after a reload, until it is allowed again', async () => {
  const { page, emulator } = await openEmulated()
  await badgeOf(page).click()
  await neverSwitch(page).click()
  await page.keyboard.press('Escape')
  await page.reload()
  await whenOpen(page, exercise)
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  expect(emulator.asked).toBe(0)
  await badgeOf(page).click()
  await panelOf(page).getByText('It is off', { exact: false }).waitFor()
  await neverSwitch(page).click()
  await page.keyboard.press('Escape')
  await runFiles(page, { ...solution, 'notes.ts': '' })
  await whenConfirmation(page, 'confirmed')
})

test('turning it off ends the one that is up', async () => {
  const { page, emulator } = await openEmulated()
  await runFiles(page, solution)
  await whenConfirmation(page, 'confirmed')
  await badgeOf(page).click()
  await neverSwitch(page).click()
  await expect.poll(() => emulator.processes, { timeout: 20_000 }).toBe(0)
})

test('somebody else’s code boots nothing before its reader says so', async () => {
  const link = `#1.${deflateSync(JSON.stringify({ 'app.ts': '// theirs' })).toString('base64url')}`
  const { page } = await openEmulated({ path: `/exercises/${exercise}/${link}` })
  await badgeOf(page).click()
  await panelOf(page).getByText('It waits for you to run this code.').waitFor()
  await page.keyboard.press('Escape')
  // Editing it is not yet to run it.
  await page.evaluate(() => window.rendition.setFiles({ 'app.ts': '// mine' }))
  expect(await containerStates(page)).not.toContain('booting')
  await dockTab(page, 'App').click()
  await page.getByText('It waits for you to run this code.').waitFor()
  await page.evaluate(() => window.rendition.run())
  await whenContainer(page, 'ready')
})

test('on a phone it starts only when somebody asks for it', async () => {
  const { page, emulator } = await openEmulated({ context: devices['Pixel 7'] ?? {} })
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  await badgeOf(page).click()
  await panelOf(page).getByText('It starts when you say so.').waitFor()
  expect(emulator.asked).toBe(0)
  await panelOf(page).getByRole('button', { name: 'Start it now' }).click()
  await whenConfirmation(page, 'confirmed')
})
