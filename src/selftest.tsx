/**
 * The composition root of the self-test page: puts the engines to the test that the exercises run in.
 * @module
 */

import { build, url } from 'virtual:conformance'
import { createPageParts } from './page-parts.ts'
import { requireIsolation } from './sandbox/webcontainer/page/isolation.ts'
import { readBrowserFacts } from './selftest/browser-facts.ts'
import type { Suite } from './selftest/conformance/case.ts'
import type { SelfTestEngines } from './selftest/engines.ts'
import { createSelfTest } from './selftest/self-test.ts'
import { mountSelfTest } from './selftest/ui/mount.tsx'
import { wholeSentence } from './ui/parts/words.ts'
import { loadSettings } from './workspace/engine-settings.ts'

const loadSuite = async (): Promise<Suite> => {
  const response = await fetch(new URL(url, import.meta.url)).catch(() => null)
  if (!response?.ok) throw new Error('could not load the cases: because they could not be fetched; reload the page')
  const packed = response.body ?? new Blob().stream()
  return new Response(packed.pipeThrough(new DecompressionStream('deflate'))).json()
}

const { container, pipeline } = createPageParts({
  onRestart: () => undefined,
  onLost: () => undefined,
  requireContainer: () => undefined,
})

const engines: SelfTestEngines = {
  bootContainer: report => container.boot(report),
  restartContainer: async report => {
    await container.close()
    return container.boot(report)
  },
  runChecks: (engine, job, signal) => pipeline.run(job, { engine, signal, report: () => undefined, aside: true }),
}

/** Why no WebContainer can run in this page, in the words of the exercises' pages; null when it can be tried. */
const obstacleHere = (): string | null => {
  try {
    requireIsolation()
    return null
  } catch (error) {
    return wholeSentence(error instanceof Error ? error.message : String(error))
  }
}

const browser = readBrowserFacts()
const selfTest = createSelfTest({ engines, loadSuite, build, browser })

const root = document.getElementById('root')
if (!root) throw new Error('could not show the page: because it has no #root')
mountSelfTest(root, selfTest, {
  base: new URL(document.documentElement.dataset.base ?? '../', location.href).href,
  cases: new URLSearchParams(location.search).get('cases') === 'smoke' ? 'smoke' : 'all',
  allowed: loadSettings().allowed,
  obstacle: obstacleHere(),
})
