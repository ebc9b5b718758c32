import { expect, test } from 'vitest'
import { notPassed, runFiles } from '../browser/rendition.ts'
import { containerStates, openEmulated, whenConfirmation } from './emulated-page.ts'
import { doingFirst, solution, solutionWith } from './programs.ts'

test('nothing is booted before the first edit; then the verdict is confirmed, and so is the next', async () => {
  const { page, emulator } = await openEmulated()
  await page.evaluate(() => window.rendition.run())
  expect(await containerStates(page)).toEqual([])
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  await whenConfirmation(page, 'confirmed')
  await page.getByText('Confirmed by real Node').first().waitFor()
  const verdict = await runFiles(page, solutionWith('c.json({ name }, 201)', 'c.json({ name })'))
  expect([verdict.engine, verdict.results.filter(({ outcome }) => outcome === 'failed').length > 0]).toEqual([
    'embedded',
    true,
  ])
  await whenConfirmation(page, 'confirmed')
  expect([emulator.boots, emulator.asked]).toEqual([1, 1])
})

test('a program that crashes comes to the same in both', async () => {
  const { page } = await openEmulated()
  await runFiles(
    page,
    solutionWith(
      "app.post('/items', c => {",
      "app.post('/items', c => {\n  setTimeout(() => { throw new Error('late') })",
    ),
  )
  await whenConfirmation(page, 'confirmed')
  await runFiles(page, solutionWith("app.get('/custom', c =>", "app.get('/custom', c => process.exit(3) ??"))
  await whenConfirmation(page, 'confirmed')
})

test('a loop without an end is ended from inside, where the kernel cannot end it', async () => {
  const { page, emulator } = await openEmulated({ chaos: { softKill: true } })
  await runFiles(page, doingFirst("while (c.req.path !== '') Math.sqrt(2)"))
  await whenConfirmation(page, 'confirmed')
  // The one that is spare: none that hangs.
  await expect.poll(() => emulator.processes, { timeout: 20_000 }).toBe(1)
  expect(emulator.boots).toBe(1)
})

test('where the engines disagree both are shown, and what is solved stays solved', async () => {
  const { page } = await openEmulated()
  const inNode = "typeof Buffer === 'function' ? 202 : 201"
  expect(notPassed(await runFiles(page, solutionWith('c.json({ name }, 201)', `c.json({ name }, ${inNode})`)))).toEqual(
    [],
  )
  await whenConfirmation(page, 'differs')
  await page.getByText('The two engines do not agree').waitFor()
  await page
    .getByText(/^Solved/)
    .first()
    .waitFor()
})

test('a kernel that does much of what kernels were reported to do confirms as well', async () => {
  const chaos = {
    chunks: 300,
    noRawMode: 'ignored',
    outputNeverCloses: true,
    loseAsyncContext: true,
    softKill: true,
  } as const
  const { page } = await openEmulated({ chaos })
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  await whenConfirmation(page, 'confirmed')
})
