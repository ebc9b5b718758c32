import { type CDPSession, chromium, type Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { findChromium, launchOptions } from '../../scripts/chromium.mjs'
import { turnContainerOff } from '../browser/container-off.ts'
import { solutionOf } from '../browser/exercise-files.ts'
import { notPassed, runFiles, whenOpen } from '../browser/rendition.ts'
import { names, sentences } from './by-hand.ts'
import { contain, exercise, openHostilePage } from './hostile-page.ts'
import { app, broke, checkOf, get, program } from './program.ts'

/** In few and large pieces, so that the memory is used up long before the time is. */
const bomb = {
  'app.ts':
    'const all: unknown[] = []\nexport default { fetch() { for (;;) all.push(Array(1_000_000).fill(all.length)) } }',
}
const checks = [checkOf('answers', get())]
const solution = solutionOf(exercise)

/** So little memory, in MB, that a program runs out of it before its time is over; the page itself needs less. */
const scarce = ['--js-flags=--max-old-space-size=256']
/** As in browsers that give a sandboxed frame no process of its own. */
const together = ['--disable-site-isolation-trials', '--disable-features=IsolateSandboxedIframes,site-per-process']

const open = async (args: readonly string[]) => {
  const options = launchOptions(await findChromium())
  const browser = await chromium.launch({ ...options, args: [...options.args, ...args] })
  onTestFinished(() => browser.close())
  const context = await browser.newContext({ baseURL: inject('origin'), serviceWorkers: 'block' })
  await context.addInitScript(turnContainerOff)
  const openPage = async () => {
    const page = await context.newPage()
    await page.goto(`/exercises/${exercise}/`)
    await whenOpen(page, exercise)
    return page
  }
  return { context, openPage }
}

/** The value of an expression in a page that Playwright holds for crashed since a frame of it did. */
const evaluate = async (session: CDPSession, expression: string): Promise<unknown> => {
  const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  return result.value
}

/** Resolves when the page, or a frame in it, has crashed. */
const crashOf = (page: Page) => page.waitForEvent('crash')

test(names.frameCrash, async () => {
  const { context, openPage } = await open(scarce)
  const page = await openPage()
  const session = await context.newCDPSession(page)
  const crashed = crashOf(page)
  const job = JSON.stringify({ files: bomb, checks })
  const problem = evaluate(session, `rendition.runChecks(${job}).then(() => 'a verdict', ({ message }) => message)`)
  await crashed
  // The page lives, and its own clock is the last: the supervisor, which keeps the program's, is gone.
  expect(await problem).toBe(sentences.frameCrash)
  const next = `rendition.setFiles(${JSON.stringify(solution)}), rendition.run()`
  const outcomes = await evaluate(session, `(${next}).then(({ results }) => results.map(({ outcome }) => outcome))`)
  expect(new Set(Array.isArray(outcomes) ? outcomes : [])).toEqual(new Set(['passed']))
})

test(names.tabCrash, async () => {
  const { openPage } = await open([...scarce, ...together])
  const page = await openPage()
  const crashed = crashOf(page)
  await page.evaluate(files => {
    window.rendition.setFiles(files)
    void window.rendition.run()
  }, bomb)
  await crashed
  const next = await openPage()
  for (const sentence of sentences.tabCrash) await next.getByText(sentence).first().waitFor()
  expect(await next.evaluate(() => window.rendition.files())).toEqual(bomb)
  expect(await next.evaluate(() => performance.getEntriesByName('rendition:run-began').length)).toBe(0)
  expect(notPassed(await runFiles(next, solution))).toEqual([])
})

test(names.wholeRun, { timeout: 60_000 }, async () => {
  const opened = await openHostilePage()
  onTestFinished(opened.close)
  const checks = Array.from({ length: 8 }, (_, index) => checkOf(`check-${index}`, get()))
  const hanging = program(names.wholeRun, app('await new Promise(() => undefined)'), broke('…'), { checks })
  // The first checks broke, each after its own limit; the last was not begun.
  expect((await contain(opened, hanging)).outcome).toBe('broke')
  const reasons = await opened.page.evaluate(() =>
    'verdict' in window.watchedRun ? window.watchedRun.verdict.results.map(({ notRun }) => notRun) : [],
  )
  expect(reasons.at(-1)).toEqual({ kind: 'run-limit', ms: 10_000 })
})
