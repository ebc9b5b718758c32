/**
 * How long the page's own thread was busy with one thing while a program ran. The browser's account of long tasks is
 * about that thread alone: what workers and other processes do is not in it.
 * @module
 */

import type { Page } from 'playwright-core'
import type { Check } from '../../src/check/check.ts'
import type { SourceFiles } from '../../src/compile/program.ts'
import type { Verdict } from '../../src/run/verdict.ts'
import type { Seen } from './program.ts'
import { seenOf } from './seen.ts'

declare global {
  interface Window {
    /** Durations of the page's long tasks (more than 50 ms) since the program began. */
    watchedTasks: number[]
    /** What came of the program: a verdict, or why there is none. */
    watchedRun: { readonly verdict: Verdict } | { readonly problem: string }
  }
}

export interface Watched {
  readonly seen: Seen
  /** ms. */
  readonly longest: number
}

/** Runs in the page, once. */
export const watchTasks = (): void => {
  window.watchedTasks = []
  new PerformanceObserver(list => {
    window.watchedTasks.push(...list.getEntries().map(({ duration }) => duration))
  }).observe({ type: 'longtask' })
}

interface Job {
  readonly files: SourceFiles
  readonly checks: readonly Check[] | null
}

/** Runs in the page. Everything is painted when it is over. */
const run = async (job: string): Promise<number> => {
  const { files, checks }: Job = JSON.parse(job)
  const painted = () => new Promise<void>(done => requestAnimationFrame(() => setTimeout(done, 50)))
  await painted()
  window.watchedTasks = []
  try {
    if (checks === null) window.rendition.setFiles(files)
    const verdict = await (checks === null ? window.rendition.run() : window.rendition.runChecks({ files, checks }))
    window.watchedRun = { verdict }
  } catch (error) {
    window.watchedRun = { problem: error instanceof Error ? error.message : String(error) }
  }
  await painted()
  return Math.max(0, ...window.watchedTasks)
}

/** Runs in the page. As text, and without the far ends of huge texts: this is after the watch is over. */
const collect = (): string =>
  JSON.stringify(window.watchedRun, (_, value) => (typeof value === 'string' ? value.slice(0, 5_000) : value))

/** @param checks null to put the files into the editor, where the exercise's own checks run and everything is shown */
export const runWatched = async (page: Page, files: SourceFiles, checks: readonly Check[] | null): Promise<Watched> => {
  const longest = await page.evaluate(run, JSON.stringify({ files, checks } satisfies Job))
  const came: Window['watchedRun'] = JSON.parse(await page.evaluate(collect))
  return { longest, seen: 'verdict' in came ? seenOf(came.verdict) : { outcome: 'ours', sentence: came.problem } }
}
