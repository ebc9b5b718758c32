/**
 * A page of the built site whose WebContainer comes from the kernel emulator (tests/kernel-emulator): the client, the
 * engine and the runner are the real ones, and so is Node; the kernel is not.
 * @module
 */

import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, onTestFinished } from 'vitest'
import { dist } from '../../scripts/build.mjs'
import { type Served, serve } from '../../scripts/serve.mjs'
import { openContext } from '../browser/page.ts'
import { whenOpen } from '../browser/rendition.ts'
import type { Chaos } from '../kernel-emulator/chaos.ts'
import { type KernelEmulator, startKernelEmulator } from '../kernel-emulator/kernel-emulator.ts'

export const exercise = '08-status-codes'

export interface EmulatedPage {
  readonly page: Page
  readonly emulator: KernelEmulator
  readonly problems: readonly string[]
}

interface Options {
  readonly chaos?: Partial<Chaos>
  readonly path?: string
  /** Problems that the test brings about itself. */
  readonly expected?: readonly RegExp[]
  readonly context?: BrowserContextOptions
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

/** Opens the exercise; nothing is booted yet. At the end of the test nothing is left. */
export const openEmulated = async (options: Options = {}): Promise<EmulatedPage> => {
  const emulator = await startKernelEmulator(options.chaos)
  onTestFinished(() => emulator.close())
  const { context, problems } = await openContext({
    expected: [/^asked (http|ws):\/\/127\.0\.0\.1:/, ...(options.expected ?? [])],
    context: { baseURL: await site(), ...options.context },
  })
  await context.addInitScript(address => {
    Object.assign(globalThis, { WEBCONTAINER_API_IFRAME_URL: address })
  }, emulator.origin)
  const page = await context.newPage()
  await page.goto(options.path ?? `/exercises/${exercise}/`)
  await whenOpen(page, exercise)
  return { page, emulator, problems }
}

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
