/**
 * The embedded engine: the built page in a Chromium, driven by way of `window.rendition`.
 * @module
 */

import { chromium } from 'playwright-core'
import { dist, ensureBuilt } from '../../../scripts/build.mjs'
import { findChromium, launchOptions } from '../../../scripts/chromium.mjs'
import { serve } from '../../../scripts/serve.mjs'
import type { Job } from '../../run/run.ts'
import type { Verdict } from '../../run/verdict.ts'
import type { OpenEngine, Tell } from './engine.ts'
import { trialOf } from './trial.ts'

/** What the page offers to scripts, as far as it is used here. */
interface Rendition {
  runChecks(job: Omit<Job, 'exercise'> & Pick<Job['exercise'], 'checks'>): Promise<Verdict>
}

/**
 * Builds the page when a source has changed, and opens it. The page is only where the engine lives: the checks are sent
 * to it, so an exercise need not be in its catalogue.
 */
export const openEmbedded = async (tell: Tell): Promise<OpenEngine> => {
  tell('building the page, when a source has changed')
  await ensureBuilt()
  tell('starting Chromium')
  const executable = await findChromium()
  const served = await serve(dist, 0)
  const browser = await chromium.launch(launchOptions(executable)).catch(async (error: unknown) => {
    await served.close()
    throw error
  })
  const close = async () => {
    await Promise.all([browser.close(), served.close()])
  }
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' })
    await page.goto(served.origin)
    await page.waitForFunction('"rendition" in window')
    const rendition = await page.evaluateHandle<Rendition>('rendition')
    const run: OpenEngine['run'] = async ({ exercise: { id, checks }, files, seed }) => {
      // It crosses as text: Playwright's own way of carrying objects keeps the page busy for long.
      const json = await rendition.evaluate(
        async (rendition, job) => JSON.stringify(await rendition.runChecks(JSON.parse(job))),
        JSON.stringify({ checks, files, seed }),
      )
      const verdict: Verdict = JSON.parse(json)
      return { ...verdict, exercise: id }
    }
    return { name: 'embedded', atOnce: 1, run, try: async job => trialOf(await run(job)), close }
  } catch (error) {
    await close()
    throw error
  }
}
