/**
 * Pages with the unmodified client, in a real Chromium, and what the tests of the emulator do with them. Nothing of the
 * product is in them.
 * @module
 */

import type { WebContainer } from '@webcontainer/api'
import { type Browser, chromium, type Page } from 'playwright-core'
import { beforeAll, inject, onTestFinished, vi } from 'vitest'
import { type Chaos, noChaos } from './chaos.ts'
import { type KernelEmulator, startKernelEmulator } from './kernel-emulator.ts'
import { servePage } from './serve-page.ts'

type Parts = typeof import('./page-entry.mjs')

declare global {
  /** Only in the page: the client, and what tests do with it more than once. */
  var parts: Parts
  /** Only in the page: the container that `boot` booted. */
  var container: WebContainer
  /** Only in the page: the process that a test started last. */
  var running: Awaited<ReturnType<Parts['run']>>
}

let opened: { readonly browser: Browser; readonly origin: string } | null = null
let spare: Page | null = null

/** Call it once in a file that opens pages. */
export const serveContainerPages = (): void => {
  beforeAll(async () => {
    const [browser, { origin, close }] = await Promise.all([chromium.connect(inject('browser')), servePage()])
    opened = { browser, origin }
    return async () => {
      await browser.close()
      close()
    }
  })
}

/** @returns a new page whose client will look for its kernel at the emulator */
export const openContainerPage = async (emulator: KernelEmulator): Promise<Page> => load(await newPage(), emulator)

/** As `openContainerPage`, in one and the same page for each file: that takes a third of the time. */
export const reopenContainerPage = async (emulator: KernelEmulator): Promise<Page> => {
  spare ??= await newPage()
  return load(spare, emulator)
}

const whenOpened = () => {
  if (opened) return opened
  throw new Error('could not open a page: because serveContainerPages was not called in this file')
}

const newPage = async (): Promise<Page> => (await whenOpened().browser.newContext()).newPage()

const load = async (page: Page, emulator: KernelEmulator): Promise<Page> => {
  await page.goto(`${whenOpened().origin}/?${encodeURIComponent(emulator.origin)}`)
  return page
}

/** Boots the page's container as `globalThis.container`. */
export const boot = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    globalThis.container = await parts.WebContainer.boot({ coep: 'require-corp', workdirName: 'app' })
  })

/** An emulator of the test's own, which is closed with it. */
export const emulatorForTest = async (chaos: Partial<Chaos> = {}): Promise<KernelEmulator> => {
  const emulator = await startKernelEmulator(chaos)
  onTestFinished(() => emulator.close())
  return emulator
}

/** An emulator, and a page whose container is booted, for all tests of a file or a group. Each begins without chaos. */
export const shareContainer = () => {
  let shared: { readonly emulator: KernelEmulator; readonly page: Page } | null = null
  beforeAll(async () => {
    const emulator = await startKernelEmulator()
    const page = await openContainerPage(emulator)
    await boot(page)
    shared = { emulator, page }
    return async () => {
      await page.context().close()
      await emulator.close()
    }
  })
  return () => {
    if (!shared) throw new Error('could not use the page: because it is open inside tests only')
    Object.assign(shared.emulator.chaos, noChaos)
    return shared
  }
}

/** Starts a process as `globalThis.running`. @returns its number on this machine, which it prints: `pid 123.` */
export const startProcess = (page: Page, script: string): Promise<number> =>
  page.evaluate(async script => {
    globalThis.running = await parts.run(`console.log('pid ' + process.pid + '.'); ${script}`)
    return Number((await running.written(/pid (\d+)\./))[1])
  }, script)

/** Kills the process that was started last. @returns its exit code */
export const killProcess = (page: Page): Promise<number> =>
  page.evaluate(() => {
    running.process.kill()
    return running.process.exit
  })

/** Asks again until it holds, for as long as a busy machine may need. */
export const eventually = (holds: () => void | Promise<void>): Promise<void> => vi.waitFor(holds, 10_000)

/** Whether there is such a process on this machine. */
export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
