/**
 * The composition root of the self-test page: puts the engines to the test that the exercises run in.
 * @module
 */

import { build, url } from 'virtual:conformance'
import scriptsUrl from 'virtual:engine-scripts'
import { RemotePipeline } from '../run/remote.ts'
import { openEngine } from '../sandbox/embedded/page/open-engine.ts'
import type { EngineScripts } from '../sandbox/embedded/protocol.ts'
import { LIMITS } from '../sandbox/limits.ts'
import { readBrowserFacts } from './browser-facts.ts'
import type { Suite } from './conformance/case.ts'
import type { SelfTestEngines } from './engines.ts'
import { createSelfTest } from './self-test.ts'
import { mountSelfTest } from './ui/mount.tsx'

/** @param what as it stands in the error */
const load = async (what: string, address: string): Promise<Response> => {
  const response = await fetch(new URL(address, import.meta.url)).catch(() => null)
  if (response?.ok) return response
  throw new Error(`Could not load ${what}: because it could not be fetched. Reload the page.`)
}

const loadScripts = async (): Promise<EngineScripts> => (await load('the engine', scriptsUrl)).json()

const loadSuite = async (): Promise<Suite> => {
  const packed = (await load('the cases', url)).body ?? new Blob().stream()
  return new Response(packed.pipeThrough(new DecompressionStream('deflate'))).json()
}

const pipeline = new RemotePipeline({
  createWorker: () => new Worker(new URL('../run/pipeline.worker.ts', import.meta.url), { type: 'module' }),
  openEngine: async () => openEngine(await loadScripts(), LIMITS),
})

const noContainer = (): Promise<never> =>
  Promise.reject(new Error('could not start the WebContainer: because this build has no engine for it'))

const engines: SelfTestEngines = {
  bootContainer: noContainer,
  restartContainer: noContainer,
  runChecks: (engine, job, signal) =>
    engine === 'embedded' ? pipeline.run(job, { signal, report: () => undefined, aside: true }) : noContainer(),
}

const browser = readBrowserFacts()
const selfTest = createSelfTest({ engines, loadSuite, build, browser })

const root = document.getElementById('root')
if (!root) throw new Error('could not show the page: because it has no #root')
mountSelfTest(root, selfTest, {
  base: new URL(document.documentElement.dataset.base ?? '../', location.href).href,
  cases: new URLSearchParams(location.search).get('cases') === 'smoke' ? 'smoke' : 'all',
  isolated: browser.isolated,
})
