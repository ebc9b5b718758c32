/**
 * The conformance cases in the WebContainer of a page.
 * @module
 */

import type { Page } from 'playwright-core'
import { batchesOf, type Outcomes } from '../../src/selftest/conformance/batch.ts'
import type { Case } from '../../src/selftest/conformance/case.ts'
import { runInPage } from '../conformance/embedded.ts'
import { filesOf } from '../conformance/programs.ts'

/** The verdict crosses as text: Playwright's own way of carrying objects is slow. */
export const runInContainer = (page: Page, cases: readonly Case[]): Promise<Outcomes> =>
  runInPage(batchesOf(cases, filesOf), async job => {
    const text = await page.evaluate(
      async text => JSON.stringify(await window.rendition.runChecks(JSON.parse(text))),
      JSON.stringify({ ...job, engine: 'webcontainer' }),
    )
    return JSON.parse(text)
  })
