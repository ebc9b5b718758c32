/**
 * A page that is cross-origin isolated and has the unmodified client, in a real Chromium. It is nothing of the product.
 * @module
 */

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { WebContainer } from '@webcontainer/api'
import { chromium, type Page } from 'playwright-core'
import { beforeAll, inject, onTestFinished, vi } from 'vitest'
import { isolationHeaders } from '../../build/headers.mjs'
import { type Chaos, noChaos } from './chaos.ts'
import { type KernelEmulator, startKernelEmulator } from './kernel-emulator.ts'

type Parts = typeof import('./page-entry.mjs')

declare global {
  /** Only in the page: the client, and what tests do with it more than once. */
  var parts: Parts
  /** Only in the page: the container that `boot` booted. */
  var container: WebContainer
  /** Only in the page: the process that a test started last. */
  var running: Awaited<ReturnType<Parts['run']>>
}

const client = new URL('../../node_modules/@webcontainer/api/dist/', import.meta.url)

const html = `<!doctype html>
<body></body>
<script>globalThis.WEBCONTAINER_API_IFRAME_URL = decodeURIComponent(location.search.slice(1))</script>
<script type="importmap">{ "imports": { "@webcontainer/api": "/client/index.js" } }</script>
<script type="module">import * as parts from '/page-entry.mjs'; globalThis.parts = parts</script>
`

/**
 * A real server: a document that Playwright makes up has no address, and Chromium keeps such a one from servers of this
 * machine.
 */
const servePage = async () => {
  const server = createServer(async ({ url = '/' }, response) => {
    const script = url.startsWith('/client/')
      ? new URL(url.slice('/client/'.length), client)
      : url === '/page-entry.mjs' && new URL('page-entry.mjs', import.meta.url)
    response.writeHead(200, { ...isolationHeaders, 'Content-Type': script ? 'text/javascript' : 'text/html' })
    response.end(script ? await readFile(fileURLToPath(script)) : html)
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { origin: `http://localhost:${port}`, close }
}

let opened: { readonly newPage: () => Promise<Page>; readonly origin: string } | null = null

/** Call it once in a file that opens pages. */
export const serveContainerPages = (): void => {
  beforeAll(async () => {
    const [browser, { origin, close }] = await Promise.all([chromium.connect(inject('browser')), servePage()])
    opened = { newPage: async () => (await browser.newContext()).newPage(), origin }
    return async () => {
      await browser.close()
      close()
    }
  })
}

/** @returns a page whose client will look for its kernel at the emulator */
export const openContainerPage = async (emulator: KernelEmulator): Promise<Page> => {
  if (!opened) throw new Error('could not open a page: because serveContainerPages was not called in this file')
  const page = await opened.newPage()
  await page.goto(`${opened.origin}/?${encodeURIComponent(emulator.origin)}`)
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
