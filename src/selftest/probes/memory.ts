/**
 * How much memory the page and a process take, as far as the browser tells.
 * @module
 */

import version from '../scripts/version.mjs?raw'
import type { Measured, Probe } from './probe.ts'

/** What Chromium has beyond the standard; https://wicg.github.io/performance-measure-memory/ and its older sibling. */
interface MeasuringPerformance {
  readonly memory?: { readonly usedJSHeapSize: number }
  readonly measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>
}

/** The browser answers when it next collects garbage, which may be in twenty seconds, ms. */
const MEASURING = 25_000
/** Bytes that a tab can be expected to have, on a phone too. */
const ENOUGH = 1_500_000_000

const late = (ms: number): Promise<null> => new Promise(resolve => setTimeout(() => resolve(null), ms))

const ofThePage = async (): Promise<Measured> => {
  const measuring: Performance & MeasuringPerformance = performance
  const heap = measuring.memory ? { pageHeapBytes: measuring.memory.usedJSHeapSize } : {}
  // It is refused where the page is not isolated.
  const measured = await Promise.race([
    measuring.measureUserAgentSpecificMemory?.().catch(() => null) ?? null,
    late(MEASURING),
  ])
  return measured ? { ...heap, pageBytes: measured.bytes } : heap
}

export const memory: Probe = {
  id: 'memory',
  title: 'Memory',
  assumption: 'The page and its container together take less than 1.5 GB.',
  otherwise:
    'The browser may end the tab. The code is kept; what was running is not run again before the person says so.',
  matters: true,
  limit: 35_000,
  async run(trial) {
    const page = await ofThePage()
    const residentBytes = (await trial.ask(version)).number('rss')
    const known = Math.max(...Object.values(page))
    if (Object.keys(page).length === 0) throw new Error('this browser does not tell how much memory a page takes')
    const seen = `The browser says ${Math.round(known / 1e6)} MB, one process of Node ${Math.round(residentBytes / 1e6)} MB.`
    return { holds: known < ENOUGH, seen, measured: { ...page, residentBytes } }
  },
}
