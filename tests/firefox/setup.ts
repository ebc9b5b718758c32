/**
 * Before the tests in Firefox, once: the page built, served on a free port, and one Firefox that every test file joins.
 * @module
 */

import puppeteer from 'puppeteer-core'
import type { TestProject } from 'vitest/node'
import { dist, ensureBuilt } from '../../scripts/build.mjs'
import { findFirefox, launchOptions } from '../../scripts/firefox.mjs'
import { serve } from '../../scripts/serve.mjs'
import { connect } from './connect.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where WebDriver BiDi reaches the Firefox that is running. It takes one session at a time. */
    firefox: string
  }
}

/** @returns what ends the server and the browser */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const program = await findFirefox()
  if (program === null)
    throw new Error('could not start Firefox: because there is none; install it or set FIREFOX_PATH')
  await ensureBuilt()
  const browser = await puppeteer.launch(launchOptions(program))
  const browserWSEndpoint = browser.wsEndpoint()
  await browser.disconnect()
  const served = await serve(dist, 0)
  project.provide('origin', served.origin)
  project.provide('firefox', browserWSEndpoint)
  return async () => {
    await (await connect(browserWSEndpoint)).close()
    await served.close()
  }
}
