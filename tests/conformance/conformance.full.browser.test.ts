/**
 * The engine in a page answers as real Node does: every case is put to both, and the answers are equal, or their
 * difference is one that is listed with its reason.
 * @module
 */

import { chromium } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { batchesOf, type Outcomes } from '../../src/selftest/conformance/batch.ts'
import { type Case, idOf } from '../../src/selftest/conformance/case.ts'
import '../browser/rendition.ts'
import { runInBoth } from './both.ts'
import { areas, cases } from './cases/index.ts'
import { type RunInPage, runInPage } from './embedded.ts'
import { filesOf } from './programs.ts'

/** All of it, which on two busy cores is many times what it takes on idle ones. */
const TIME_LIMIT = 180_000

let node: Outcomes = new Map()
let embedded: Outcomes = new Map()

/** The verdict crosses as text: Playwright's own way of carrying objects is slow. */
const inChromium = async (use: (run: RunInPage) => Promise<Outcomes>): Promise<Outcomes> => {
  const browser = await chromium.connect(inject('browser'))
  const context = await browser.newContext({ baseURL: inject('origin'), serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    await page.goto('/exercises/08-status-codes/')
    await page.waitForFunction(() => 'rendition' in window)
    return await use(async job => {
      const text = await page.evaluate(
        async text => JSON.stringify(await window.rendition.runChecks(JSON.parse(text))),
        JSON.stringify(job),
      )
      return JSON.parse(text)
    })
  } finally {
    await browser.close()
  }
}

beforeAll(async () => {
  const both = await runInBoth(cases, some => inChromium(run => runInPage(batchesOf(some, filesOf), run)))
  node = both.node
  embedded = both.other
}, TIME_LIMIT)

const holdsInNode = (one: Case): void => {
  const { outcome, unmet } = node.get(idOf(one)) ?? {}
  const isFailure = one.outcome === 'failed'
  expect(outcome, 'what comes of it in real Node').toBe(one.outcome ?? 'passed')
  if (!isFailure) expect(unmet, 'what real Node answers').toEqual([])
}

for (const { title, cases } of areas) {
  describe(`in the page as in Node: ${title}`, () => {
    for (const one of cases) {
      if (one.difference) {
        it(`${one.name} (a difference that is listed)`, () => {
          holdsInNode(one)
          expect(embedded.get(idOf(one)), 'no longer different: take it off the list').not.toEqual(node.get(idOf(one)))
        })
      } else {
        it(one.name, () => {
          expect(embedded.get(idOf(one)), 'what the page answers').toEqual(node.get(idOf(one)))
          holdsInNode(one)
        })
      }
    }
  })
}
