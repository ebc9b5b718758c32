/**
 * Runs a module of cases in a realm in Chromium.
 * @module
 */

import { chromium } from 'playwright-core'
import { inject } from 'vitest'
import type { Outcomes } from './realm-entry.ts'
import { bundleRealm, openRealm, outcomesFrom } from './scripts.ts'

/** @param entry a module of tests/realm/ that exports `cases`: groups of named cases */
export const runInRealm = async (entry: string): Promise<Outcomes> => {
  const scripts = await bundleRealm(entry)
  const browser = await chromium.connect(inject('browser'))
  try {
    const page = await browser.newPage()
    await page.route('http://localhost/', route => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
    await page.goto('http://localhost/')
    return outcomesFrom(await page.evaluate(openRealm, scripts))
  } finally {
    await browser.close()
  }
}
