/**
 * A page of the built site in a real Firefox, watched: a test fails when the page logs an error, throws, or asks
 * another host for anything.
 * @module
 */

import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest'
import type { SourceFiles } from '../../src/compile/program.ts'
import type { Verdict } from '../../src/run/verdict.ts'
import type { ChecksJob } from '../../src/workspace/scripting.ts'
import { turnContainerOff } from '../browser/container-off.ts'
import { verdictAsText } from '../browser/rendition.ts'
import { connect } from './connect.ts'

let browser: Promise<Browser> | null = null

/** The browser of this file's tests. Its session ends with the file, since Firefox has one at a time. */
const connected = (): Promise<Browser> => {
  browser ??= connect(inject('firefox'))
  return browser
}
afterAll(async () => {
  await (await browser)?.disconnect()
})

/**
 * An empty tab in a context of its own, which is closed with the test.
 * @param close takes what closes it, when that is not at the end of a test
 */
export const openTab = async (close: (end: () => Promise<void>) => void = onTestFinished): Promise<Page> => {
  const context = await (await connected()).createBrowserContext()
  close(() => context.close())
  const page = await context.newPage()
  await page.evaluateOnNewDocument(turnContainerOff)
  return page
}

/**
 * Opens a path of the site. At the end of the test there must have been no problem but the expected ones.
 *
 * @param path from the site's root: `/exercises/08-status-codes/`
 */
export const openPage = async (path: string, expected: readonly RegExp[] = []): Promise<Page> => {
  const page = await openTab()
  const problems = watch(page)
  onTestFinished(() => {
    expect(problems.filter(problem => !expected.some(pattern => pattern.test(problem)))).toEqual([])
  })
  await page.goto(inject('origin') + path)
  return page
}

const watch = (page: Page): readonly string[] => {
  const problems: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') problems.push(`console error: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', error => problems.push(`uncaught: ${error instanceof Error ? error.stack : error}`))
  page.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && origin !== inject('origin')) problems.push(`asked ${request.url()}`)
  })
  return problems
}

/** Opens an exercise and waits until scripts can use it. */
export const openExercise = async (id: string, expected: readonly RegExp[] = []): Promise<Page> => {
  const page = await openPage(`/exercises/${id}/`, expected)
  await whenOpen(page, id)
  return page
}

export const whenOpen = async (page: Page, id: string): Promise<void> => {
  await page.waitForFunction(() => 'rendition' in window)
  await page.evaluate(id => window.rendition.open(id), id)
}

/** Waits for Monaco, which the page loads after its first verdict. */
export const whenEditorUsable = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => performance.getEntriesByName('rendition:editor-usable').length > 0)
}

/** The verdict crosses as text, without huge bodies. */
export const runFiles = async (page: Page, files: SourceFiles): Promise<Verdict> =>
  JSON.parse(await page.evaluate(verdictAsText, files))

/** One page for all tests of a file, without the watch over problems. Call it outside of tests. */
export const sharedExercise = (id: string): (() => Page) => {
  let page: Page | null = null
  const ends: (() => Promise<void>)[] = []
  beforeAll(async () => {
    page = await openTab(end => ends.push(end))
    await page.goto(`${inject('origin')}/exercises/${id}/`)
    await whenOpen(page, id)
  })
  afterAll(async () => {
    for (const end of ends) await end()
  })
  return () => {
    if (page) return page
    throw new Error('could not use the page: because it is opened before the first test')
  }
}

/** Runs checks on files in the page's engine. Both ways as text: the protocol's own way of carrying objects is slow. */
export const runChecks = async (page: Page, job: ChecksJob): Promise<Verdict> => {
  const run = async (text: string) => JSON.stringify(await window.rendition.runChecks(JSON.parse(text)))
  return JSON.parse(await page.evaluate(run, JSON.stringify(job)))
}
