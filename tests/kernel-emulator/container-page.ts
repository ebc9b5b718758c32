/**
 * A page that is cross-origin isolated and has the unmodified client, in a real Chromium. It is nothing of the product.
 * @module
 */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WebContainer } from '@webcontainer/api'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { inject } from 'vitest'
import { isolationHeaders } from '../../build/headers.mjs'
import { root } from '../../scripts/commands.mjs'
import type { KernelEmulator } from './kernel-emulator.ts'
import type { PageParts, Running } from './page-entry.ts'

declare global {
  /** Only in the page: the client, and what the tests do with it more than once. */
  var parts: PageParts
  /** Only in the page: the container that `bootPage` booted. */
  var container: WebContainer
  /** Only in the page: the process that a test started last. */
  var running: Running
  /** Only in the page: what a test waits for. */
  var events: unknown[][]
  var heard: Promise<unknown>
}

let entry: Promise<string> | null = null
let address: Promise<string> | null = null
let browser: Promise<Browser> | null = null

const bundleEntry = async (): Promise<string> => {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: `${root}/tests/kernel-emulator/page-entry.ts`,
        formats: ['iife'],
        name: 'parts',
        fileName: 'script',
      },
    },
  })
  const [first] = Array.isArray(output) ? output : []
  const [chunk] = first?.output ?? []
  if (chunk?.type !== 'chunk') throw new Error('could not bundle the client for the tests: because there is no script')
  return chunk.code
}

/** A server of its own: what Playwright fulfils has no address, and Chromium keeps that from the local network. */
const servePage = async (): Promise<string> => {
  const server = createServer((_, response) => {
    response.writeHead(200, { ...isolationHeaders, 'Content-Type': 'text/html' }).end('<!doctype html><body></body>')
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  server.unref()
  const { port } = server.address() as AddressInfo
  return `http://localhost:${port}/`
}

/** @returns a page whose client will look for its kernel at the emulator; close it with its context */
export const openContainerPage = async (emulator: KernelEmulator): Promise<Page> => {
  browser ??= chromium.connect(inject('browser'))
  entry ??= bundleEntry()
  address ??= servePage()
  const context = await (await browser).newContext()
  const page = await context.newPage()
  await page.goto(await address)
  await page.evaluate(origin => Reflect.set(globalThis, 'WEBCONTAINER_API_IFRAME_URL', origin), emulator.origin)
  await page.evaluate(`${await entry}; globalThis.parts = parts`)
  return page
}

/** Boots the page's container as `globalThis.container`. */
export const boot = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    globalThis.container = await parts.WebContainer.boot({ coep: 'require-corp', workdirName: 'app' })
  })

/** Opens a page and boots its container. */
export const bootPage = async (emulator: KernelEmulator): Promise<Page> => {
  const page = await openContainerPage(emulator)
  await boot(page)
  return page
}
