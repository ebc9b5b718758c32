/**
 * One page of the built site on which hostile programs run, one after the other, watched from all sides: what its own
 * thread does, what it stores and shows, what it asks of any network, and whether an honest program still passes.
 * @module
 */

import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import type { SourceFiles } from '../../src/compile/program.ts'
import type { Verdict } from '../../src/run/verdict.ts'
import { turnContainerOff } from '../browser/container-off.ts'
import { solutionOf } from '../browser/exercise-files.ts'
import { notPassed, runFiles, whenOpen, whenTypesUsable } from '../browser/rendition.ts'
import { honestChecks, honestFiles } from './honest.ts'
import { type Listener, listen } from './listener.ts'
import { readTrace, type Trace } from './page-trace.ts'
import { watchProcessor } from './processor-time.ts'
import type { HostileProgram, Seen } from './program.ts'
import { seenOf } from './seen.ts'
import { runWatched, type Watched, watchTasks } from './watch-tasks.ts'

export const exercise = '08-status-codes'
const solution = solutionOf(exercise)

/** No task of the page's thread may take longer than this, ms. */
export const longestTask = 200

export interface HostilePage {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained of since the program began. */
  readonly problems: string[]
  readonly listener: Listener
  readonly close: () => Promise<void>
}

export const openHostilePage = async (): Promise<HostilePage> => {
  const listener = await listen()
  const browser = await chromium.connect(inject('browser'))
  const context = await browser.newContext({ baseURL: inject('origin'), serviceWorkers: 'block' })
  await context.addInitScript(turnContainerOff)
  const problems: string[] = []
  watchContext(context, problems)
  const page = await context.newPage()
  await page.goto(`/exercises/${exercise}/`)
  await whenOpen(page, exercise)
  await whenTypesUsable(page)
  await page.evaluate(watchTasks)
  await expectHonest(page)
  problems.splice(0)
  const close = async () => {
    await browser.close()
    listener.close()
  }
  return { page, context, problems, listener, close }
}

const watchContext = (context: BrowserContext, problems: string[]): void => {
  context.on('console', message => {
    if (message.type() === 'error') problems.push(`console error: ${message.text()}`)
  })
  context.on('weberror', error => problems.push(`uncaught: ${error.error().message}`))
  context.on('dialog', dialog => {
    problems.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('page', page => {
    problems.push(`a page was opened: ${page.url()}`)
    page.on('crash', () => problems.push('the tab crashed'))
  })
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && origin !== inject('origin')) problems.push(`asked ${request.url()}`)
  })
}

/** Runs the program and holds it to everything that every program is held to. Returns what the learner sees. */
export const contain = async (opened: HostilePage, program: HostileProgram): Promise<Seen> => {
  const watched = await containOn(opened, program)
  // By the clock it may be the machine that was too slow: then it is the processor's time that counts, on a new page
  // whose caches know nothing of the program.
  const longest = watched.longest > longestTask ? await busyWith(program) : watched.longest
  expect(longest, 'the longest task of the page, ms').toBeLessThanOrEqual(longestTask)
  return watched.seen
}

/** The longest task of the page, ms of processor time. */
const busyWith = async (program: HostileProgram): Promise<number> => {
  const fresh = await openHostilePage()
  try {
    const measured = await watchProcessor(fresh.page)
    await containOn(fresh, program)
    return await measured()
  } finally {
    await fresh.close()
  }
}

/** Everything but the length of tasks. */
const containOn = async ({ page, problems, listener }: HostilePage, program: HostileProgram): Promise<Watched> => {
  const before: Trace = await page.evaluate(readTrace)
  const heard = listener.heard()
  problems.splice(0)
  const { seen, longest } = await runWatched(page, withAddress(program.files, listener.address), program.checks)
  await expectHonest(page)
  expect(problems.filter(problem => !program.refused?.test(problem))).toEqual([])
  expect(listener.heard() - heard, 'connections and bytes on the network').toBe(0)
  expect(await page.evaluate(readTrace)).toEqual(before)
  return { longest, seen: { ...seen, sentence: seen.sentence.replaceAll(listener.address, 'NETWORK') } }
}

const withAddress = (files: SourceFiles, address: string): SourceFiles =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('NETWORK', address)]))

/** The learner's own code, and a program that uses every part of the engine. */
const expectHonest = async (page: Page): Promise<void> => {
  expect(notPassed(await runFiles(page, solution)), 'the next honest run').toEqual([])
  const text = await page.evaluate(
    async job => JSON.stringify(await window.rendition.runChecks(JSON.parse(job))),
    JSON.stringify({ files: honestFiles, checks: honestChecks }),
  )
  const verdict: Verdict = JSON.parse(text)
  expect(seenOf(verdict), 'the next honest run').toEqual({ outcome: 'passed', sentence: '{"verified":true}' })
}
