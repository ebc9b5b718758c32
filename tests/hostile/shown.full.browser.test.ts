import { expect, onTestFinished, test } from 'vitest'
import { runFiles } from '../browser/rendition.ts'
import { openHostilePage } from './hostile-page.ts'
import { readTrace } from './page-trace.ts'
import { app } from './program.ts'

const markup = '<img src=hostile onerror="window.hostile=1"><hostile-element></hostile-element>'

const open = async () => {
  const opened = await openHostilePage()
  onTestFinished(opened.close)
  return opened
}

test('whatever of a result is opened, a program’s markup is text in it', async () => {
  const { page, problems } = await open()
  const before = await page.evaluate(readTrace)
  const handler = `console.log('${markup}')
    const response = c.json({ '${markup}': '${markup}' })
    Object.defineProperty(response, 'headers', { value: [['${markup}', '${markup}'], ['content-type', 'application/json']] })
    return response`
  await runFiles(page, app(handler))
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    for (const button of document.querySelectorAll<HTMLElement>('[data-check] [aria-expanded=false]')) button.click()
  })
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-check] button'))
      if (button.textContent?.includes('Whole answer')) button.click()
  })
  await page.getByText(markup).first().waitFor()
  expect(await page.getByText(markup).count()).toBeGreaterThan(20)
  expect(await page.evaluate(readTrace)).toEqual(before)
  expect(problems).toEqual([])
})

test('the way to a place that does not exist leads to the end of the file', async () => {
  const { page, problems } = await open()
  const stack = String.raw`Error: x\n    at f (app.ts:99999999999:99999999999)`
  await runFiles(page, {
    'app.ts': `export default { fetch() { throw Object.assign(new Error('x'), { stack: '${stack}' }) } }`,
  })
  await page.getByRole('button', { name: 'Go to app.ts:99999999999' }).first().click()
  await page.locator('.monaco-editor.focused').first().waitFor()
  expect(problems).toEqual([])
})
