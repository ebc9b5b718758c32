import { deflateSync } from 'node:zlib'
import { devices } from 'playwright-core'
import { expect, test } from 'vitest'
import { notPassed, runFiles, whenOpen } from '../browser/rendition.ts'
import { type EmulatedPage, exercise, openEmulated, whenConfirmation, whenContainer } from './emulated-page.ts'
import { hanging, solution } from './programs.ts'

const badge = ({ page }: EmulatedPage) => page.getByRole('button', { name: /^Engine: / })
const panel = ({ page }: EmulatedPage) => page.getByRole('dialog', { name: 'Where your code runs' })
const choose = async (opened: EmulatedPage, name: string) => {
  await badge(opened).click()
  await panel(opened)
    .getByRole('radio', { name: new RegExp(`^${name}`) })
    .check()
  await opened.page.keyboard.press('Escape')
}

test('pinned, the WebContainer’s verdict is the verdict, also after a reload', async () => {
  const opened = await openEmulated()
  const { page, emulator } = opened
  await choose(opened, 'Real Node')
  await whenContainer(page, 'ready')
  const verdict = await runFiles(page, solution)
  expect([verdict.engine, notPassed(verdict)]).toEqual(['webcontainer', []])
  const sent = await page.evaluate(() => window.rendition.send({ method: 'GET', path: '/items/1' }))
  expect(sent.response?.body).toEqual({ text: '{"name":"Foo"}' })
  await page.reload()
  await whenOpen(page, exercise)
  expect(await page.evaluate(async () => (await window.rendition.run()).engine)).toBe('webcontainer')
  expect(emulator.boots).toBe(2)
  await choose(opened, 'In this page')
  expect(await page.evaluate(async () => (await window.rendition.run()).engine)).toBe('embedded')
})

test('processes that cannot be ended have the container restarted, and the next honest run passes', {
  timeout: 60_000,
}, async () => {
  const opened = await openEmulated({ chaos: { softKill: true } })
  const { page, emulator } = opened
  await choose(opened, 'Real Node')
  await whenContainer(page, 'ready')
  // No loop of the program's own: a pattern that backtracks without end.
  const verdict = await runFiles(page, hanging("if (/^(a+)+$/.test(`${'a'.repeat(40)}b`)) return c.text('')"))
  expect(new Set(verdict.results.map(({ outcome }) => outcome))).toEqual(new Set(['broke', 'not-run']))
  await expect.poll(async () => notPassed(await runFiles(page, solution)), { timeout: 30_000 }).toEqual([])
  expect(emulator.boots).toBeGreaterThan(1)
})

test('turned off, it is never asked for, also after a reload, until it is allowed again', async () => {
  const opened = await openEmulated()
  const { page, emulator } = opened
  await badge(opened).click()
  await panel(opened).getByRole('switch', { name: 'Never start the WebContainer' }).click()
  await page.keyboard.press('Escape')
  await page.reload()
  await whenOpen(page, exercise)
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  expect(emulator.asked).toBe(0)
  await badge(opened).click()
  await panel(opened).getByText('It is off', { exact: false }).waitFor()
  await panel(opened).getByRole('switch', { name: 'Never start the WebContainer' }).click()
  await page.keyboard.press('Escape')
  await runFiles(page, { ...solution, 'notes.ts': '' })
  await whenConfirmation(page, 'confirmed')
})

test('turning it off ends the one that is up', async () => {
  const opened = await openEmulated()
  const { page, emulator } = opened
  await runFiles(page, solution)
  await whenConfirmation(page, 'confirmed')
  await badge(opened).click()
  await panel(opened).getByRole('switch', { name: 'Never start the WebContainer' }).click()
  await expect.poll(() => emulator.processes).toBe(0)
})

test('somebody else’s code boots nothing before its reader says so', async () => {
  const link = `#1.${deflateSync(JSON.stringify({ 'app.ts': '// theirs' })).toString('base64url')}`
  const opened = await openEmulated({ path: `/exercises/${exercise}/${link}` })
  const { page, emulator } = opened
  await badge(opened).click()
  await panel(opened).getByText('It waits for you to run this code.').waitFor()
  await page.keyboard.press('Escape')
  // Editing it is not yet to run it.
  await page.evaluate(() => window.rendition.setFiles({ 'app.ts': '// mine' }))
  expect(emulator.asked).toBe(0)
  await page.evaluate(() => window.rendition.run())
  await whenContainer(page, 'ready')
})

test('on a phone it starts only when somebody asks for it', async () => {
  const opened = await openEmulated({ context: devices['Pixel 7'] ?? {} })
  const { page, emulator } = opened
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  await badge(opened).click()
  await panel(opened).getByText('It starts when you say so.').waitFor()
  expect(emulator.asked).toBe(0)
  await panel(opened).getByRole('button', { name: 'Start it now' }).click()
  await whenConfirmation(page, 'confirmed')
})
