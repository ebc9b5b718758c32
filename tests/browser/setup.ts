/**
 * Before the browser tests, once: the page built, served on a free port, and one Chromium that every test file joins.
 * @module
 */

import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { dist, ensureBuilt } from '../../scripts/build.mjs'
import { findChromium, launchOptions } from '../../scripts/chromium.mjs'
import { serve } from '../../scripts/serve.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served: `http://localhost:12345`. */
    origin: string
    /** Where Playwright reaches the Chromium that is running. */
    browser: string
  }
}

/** @returns what ends the server and the browser */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt()
  const browser = await chromium.launchServer(launchOptions(await findChromium()))
  const served = await serve(dist, 0)
  project.provide('origin', served.origin)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await served.close()
  }
}
