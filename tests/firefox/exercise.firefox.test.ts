import { expect, inject, onTestFinished, test } from 'vitest'
import { dist } from '../../scripts/build.mjs'
import { serve } from '../../scripts/serve.mjs'
import { answersOf, solutionOf } from '../browser/exercise-files.ts'
import { notPassed } from '../browser/rendition.ts'
import { openExercise, openTab, runFiles, whenEditorUsable, whenOpen } from './page.ts'

const id = '08-status-codes'
const solution = solutionOf(id)

test('the solution passes every check', async () => {
  const page = await openExercise(id)
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
})

test('each wrong answer fails the check that it names', async () => {
  const page = await openExercise(id)
  const caught = []
  for (const { name, files, caughtBy } of answersOf(id, 'wrong')) {
    const { results } = await runFiles(page, files)
    const outcome = results.find(({ check }) => check === caughtBy)?.outcome
    if (outcome === 'failed' || outcome === 'broke') caught.push(name)
  }
  expect(caught).toEqual(answersOf(id, 'wrong').map(({ name }) => name))
})

test('what is typed into the editor is run, and its verdict is shown', async () => {
  const page = await openExercise(id)
  await whenEditorUsable(page)
  const unfinished = `import { Hono } from 'hono'
const app = new Hono()
app.post('/items', c => c.json({ name: c.req.query('name') }, code))
export default app
const code = 20`
  await page.evaluate(text => window.rendition.setFiles({ 'app.ts': text }), unfinished)
  await page.locator('.monaco-editor .view-lines').click()
  await page.keyboard.down('Control')
  await page.keyboard.press('End')
  await page.keyboard.up('Control')
  await page.keyboard.type('1')
  await page.waitForSelector('[data-check="create-status"][data-outcome=passed]')
})

test('an error is told with its place in the file', async () => {
  const page = await openExercise(id)
  const verdict = await runFiles(page, {
    'app.ts': "import { Hono } from 'hono'\n\nconst fail = () => {\n  throw new RangeError('not today')\n}\nfail()\n",
  })
  expect(verdict.results[0]?.failure).toEqual({
    kind: 'load-threw',
    message: 'RangeError: not today',
    at: { path: 'app.ts', line: 4, column: 9 },
  })
})

test('after a first visit the page opens without its server', async () => {
  const served = await serve(dist, 0)
  onTestFinished(() => served.close())
  const page = await openTab()
  await page.goto(`${served.origin}/exercises/${id}/`)
  await whenOpen(page, id)
  await whenEditorUsable(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await served.close()
  await page.reload()
  await whenOpen(page, id)
  expect(notPassed(await runFiles(page, solution))).toEqual([])
  expect(served.origin).not.toBe(inject('origin'))
})
