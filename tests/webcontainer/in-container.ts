/**
 * The conformance cases in the WebContainer of a page.
 * @module
 */

import type { Page } from 'playwright-core'
import { batchesOf, type Outcomes } from '../../src/selftest/conformance/batch.ts'
import type { Case } from '../../src/selftest/conformance/case.ts'
import { runChecks } from '../browser/rendition.ts'
import { runInPage } from '../conformance/embedded.ts'
import { filesOf } from '../conformance/programs.ts'

export const runInContainer = (page: Page, cases: readonly Case[]): Promise<Outcomes> =>
  runInPage(batchesOf(cases, filesOf), job => runChecks(page, { ...job, engine: 'webcontainer' }))
