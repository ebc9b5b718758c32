/**
 * A page of the built site whose WebContainer comes from the kernel emulator (tests/kernel-emulator): the client, the
 * engine and the runner are the real ones, and so is Node; the kernel is not.
 * @module
 */

import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, expect, onTestFinished } from 'vitest'
import { dist } from '../../scripts/build.mjs'
import { type Served, serve } from '../../scripts/serve.mjs'
import { newContext } from '../browser/page.ts'
import { whenOpen } from '../browser/rendition.ts'
import type { Chaos } from '../kernel-emulator/chaos.ts'
import { type KernelEmulator, startKernelEmulator } from '../kernel-emulator/kernel-emulator.ts'

export const exercise = '08-status-codes'

export interface EmulatedPage {
  readonly page: Page
  readonly emulator: KernelEmulator
  /** What the browser complained of, but for what is the emulator's. */
  readonly problems: () => readonly string[]
  readonly close: () => Promise<void>
}

interface Options {
  readonly chaos?: Partial<Chaos>
  readonly path?: string
  readonly context?: BrowserContextOptions
  /** Waits until the page can be used; otherwise for the exercise. */
  readonly whenUsable?: (page: Page) => Promise<void>
}

let served: Promise<Served> | null = null

/** The page's own policy, with the emulator in the place of StackBlitz. */
const withEmulator = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      value.replace(/frame-src [^;]+/, 'frame-src http://127.0.0.1:*'),
    ]),
  )

/** Where the built page is served with that policy. */
const site = async (): Promise<string> => {
  served ??= serve(dist, 0, withEmulator)
  return (await served).origin
}
afterAll(async () => (await served)?.close())

/** Opens the exercise, or what the path says; nothing is booted yet. */
export const launchEmulated = async ({
  chaos,
  path,
  context: more,
  whenUsable = page => whenOpen(page, exercise),
}: Options = {}): Promise<EmulatedPage> => {
  const emulator = await startKernelEmulator(chaos)
  const { context, problems } = await newContext({ baseURL: await site(), ...more })
  await context.addInitScript(address => {
    Object.assign(globalThis, { WEBCONTAINER_API_IFRAME_URL: address })
  }, emulator.origin)
  const page = await context.newPage()
  await page.goto(path ?? `/exercises/${exercise}/`)
  await whenUsable(page)
  return {
    page,
    emulator,
    problems: () => problems.filter(problem => !/^asked (http|ws):\/\/127\.0\.0\.1:/.test(problem)),
    close: async () => {
      await context.close()
      await emulator.close()
    },
  }
}

/** For one test: at its end nothing is left, and there must have been no problem but the expected ones. */
export const openEmulated = async (
  options: Options & { readonly expected?: readonly RegExp[] } = {},
): Promise<EmulatedPage> => {
  const opened = await launchEmulated(options)
  onTestFinished(async () => {
    await opened.close()
    const { expected = [] } = options
    expect(opened.problems().filter(problem => !expected.some(pattern => pattern.test(problem)))).toEqual([])
  })
  return opened
}

/** How the WebContainer was said to stand, in order. */
export const containerStates = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByName('rendition:container')
      .flatMap(entry => (entry instanceof PerformanceMark ? [String(entry.detail.kind)] : [])),
  )

/** Waits until the WebContainer was said to stand so: `ready`, `failed` … */
export const whenContainer = async (page: Page, kind: string): Promise<void> => {
  await page.waitForFunction(
    kind =>
      performance
        .getEntriesByName('rendition:container')
        .some(entry => entry instanceof PerformanceMark && entry.detail.kind === kind),
    kind,
  )
}

/** Waits until the WebContainer said this of the newest verdict: `confirmed`, `differs`, `unknown`. */
export const whenConfirmation = async (page: Page, kind: string): Promise<void> => {
  await page.waitForFunction(kind => {
    const last = performance.getEntriesByName('rendition:confirmation').at(-1)
    return last instanceof PerformanceMark && last.detail.kind === kind
  }, kind)
}
