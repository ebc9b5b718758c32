/**
 * The page's `window.rendition`, called from a test.
 * @module
 */

import type { Page } from 'playwright-core'
import type { SourceFiles } from '../../src/compile/program.ts'
import type { Exchange, HttpRequest } from '../../src/http/http.ts'
import type { Verdict } from '../../src/run/verdict.ts'
import type { ChecksJob, Scripting } from '../../src/workspace/scripting.ts'

declare global {
  interface Window {
    rendition: Scripting
  }
}

/** Opens the exercise that the page shows and waits until scripts can use it. */
export const whenOpen = async (page: Page, id: string): Promise<void> => {
  await page.waitForFunction(() => 'rendition' in window)
  await page.evaluate(id => window.rendition.open(id), id)
}

/** Waits for Monaco, which the page loads after its first verdict. */
export const whenEditorUsable = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => performance.getEntriesByName('rendition:editor-usable').length > 0)
}

/** Waits until the editor knows types: then it has loaded everything, and its first long work is done. */
export const whenTypesUsable = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => performance.getEntriesByName('rendition:types-usable').length > 0)
}

/** In the page: the verdict of these files as text, without huge bodies, which would keep the page busy. */
export const verdictAsText = async (files: SourceFiles): Promise<string> => {
  window.rendition.setFiles(files)
  return JSON.stringify(await window.rendition.run(), (_, value) =>
    typeof value === 'string' && value.length > 10_000 ? '' : value,
  )
}

/** The verdict crosses as text: Playwright's own way of carrying objects would keep the page busy for long. */
export const runFiles = async (page: Page, files: SourceFiles): Promise<Verdict> =>
  JSON.parse(await page.evaluate(verdictAsText, files))

/** Runs checks in an engine of the page without changing anything on it. */
export const runChecks = async (page: Page, job: ChecksJob): Promise<Verdict> =>
  JSON.parse(
    await page.evaluate(
      async text => JSON.stringify(await window.rendition.runChecks(JSON.parse(text))),
      JSON.stringify(job),
    ),
  )

export const send = (page: Page, request: HttpRequest): Promise<Exchange> =>
  page.evaluate(request => window.rendition.send(request), request)

/** `check id: outcome`, for the checks that did not pass. */
export const notPassed = (verdict: Verdict): string[] =>
  verdict.results.filter(({ outcome }) => outcome !== 'passed').map(({ check, outcome }) => `${check}: ${outcome}`)
