/**
 * A page of the built site in a real Chromium, watched: a test fails when the page logs an error, throws, breaks its
 * policy or asks another host for anything.
 * @module
 */

import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, onTestFinished } from 'vitest'
import { turnContainerOff } from './container-off.ts'

interface OpenOptions {
  /** Problems that the test brings about itself. */
  readonly expected?: readonly RegExp[]
  /** Size, colour scheme and the like. */
  readonly context?: BrowserContextOptions
  /** Whether a WebContainer may be started; not unless this says so. */
  readonly container?: boolean
}

/** Problems of all pages of a context so far, one sentence each. */
type Problems = string[]

interface Opened {
  readonly page: Page
  readonly context: BrowserContext
  readonly problems: Problems
}

let browser: Promise<Browser> | null = null

/**
 * Opens a path of the site in a browser context of its own. At the end of the test the context is closed, and there
 * must have been no problem but the expected ones.
 *
 * @param path from the site's root: `/exercises/08-status-codes/`
 */
export async function openPage(path: string, options: OpenOptions = {}): Promise<Opened> {
  const { context, problems } = await openContext(options)
  const page = await context.newPage()
  await page.goto(path)
  return { page, context, problems }
}

/**
 * Opens one page for all tests of a file, which run on it one after the other. Each fails by its own problems.
 * @returns the page, once the tests run
 */
export function sharePage(path: string): () => Page {
  let shared: Opened | null = null
  const opened = (): Opened => {
    if (shared) return shared
    throw new Error('could not use the page: because it opens before the first test; use it inside of a test')
  }
  beforeAll(async () => {
    const { context, problems } = await newContext({})
    await context.addInitScript(turnContainerOff)
    const page = await context.newPage()
    await page.goto(path)
    shared = { page, context, problems }
  })
  afterEach(() => expect(opened().problems.splice(0)).toEqual([]))
  afterAll(() => opened().context.close())
  return () => opened().page
}

/** A context that is watched; whoever asks for it closes it. */
export async function newContext(
  options: BrowserContextOptions,
): Promise<{ context: BrowserContext; problems: string[] }> {
  browser ??= chromium.connect(inject('browser'))
  const context = await (await browser).newContext({ baseURL: inject('origin'), serviceWorkers: 'block', ...options })
  const problems: string[] = []
  watch(context, options.baseURL ?? inject('origin'), problems)
  return { context, problems }
}

/** As `openPage`, without a page yet. */
export async function openContext({
  expected = [],
  context: options = {},
  container = false,
}: OpenOptions = {}): Promise<Omit<Opened, 'page'>> {
  const { context, problems } = await newContext(options)
  if (!container) await context.addInitScript(turnContainerOff)
  onTestFinished(async () => {
    await context.close()
    expect(problems.filter(problem => !expected.some(pattern => pattern.test(problem)))).toEqual([])
  })
  return { context, problems }
}

/** @param own the origin that the page is served from */
function watch(context: BrowserContext, own: string, problems: string[]): void {
  // Chromium reports a broken policy as an error of the console, with the directive in its text.
  context.on('console', message => {
    if (message.type() === 'error') problems.push(`console error: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', error => problems.push(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('page', page => page.on('crash', () => problems.push('the tab crashed')))
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && origin !== own) problems.push(`asked ${request.url()}`)
  })
}
