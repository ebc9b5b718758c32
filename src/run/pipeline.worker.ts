/**
 * Entry of the pipeline worker: everything between the learner's files and the verdict, away from the page's thread.
 * @module
 */

import bundles from 'virtual:package-bundles'
import { EmbeddedSandbox } from '../sandbox/embedded/embedded-sandbox.ts'
import { fetchedPackages } from '../sandbox/embedded/package-source.ts'
import { LIMITS } from '../sandbox/limits.ts'
import { CONTAINER_LIMITS } from '../sandbox/webcontainer/limits.ts'
import { WebContainerSandbox } from '../sandbox/webcontainer/webcontainer-sandbox.ts'
import type { ToPipeline } from './remote-protocol.ts'
import { servePipeline } from './serve-pipeline.ts'
import { Trusted } from './trusted.ts'
import trustedUrl from './trusted.worker.ts?worker&url'

/**
 * The trusted worker's script, fetched here: a service worker answers this worker's requests, but not those of workers
 * that it starts, so offline those could not be loaded by their address.
 */
const fetchTrusted = async (): Promise<string> => {
  const address = new URL(trustedUrl, import.meta.url)
  // In development it is many modules, which import each other by address.
  if (import.meta.env.DEV) return address.href
  const response = await fetch(address)
  if (!response.ok) throw new Error(`the compiler could not be loaded (status ${response.status})`)
  return URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }))
}

const serve = async (): Promise<(message: ToPipeline) => void> => {
  const script = await fetchTrusted()
  return servePipeline(
    message => postMessage(message),
    ({ openEngine, openContainer }) => {
      const packages = fetchedPackages(bundles, import.meta.url)
      const { compile, judge } = new Trusted(() => new Worker(script, { type: 'module' }), LIMITS.judge)
      const shared = { compile, judge, limits: LIMITS }
      let node = ''
      const container = new WebContainerSandbox({
        openContainer,
        onNode: version => {
          node = version
        },
        limits: LIMITS,
        containerLimits: CONTAINER_LIMITS,
      })
      return {
        embedded: { ...shared, sandbox: new EmbeddedSandbox({ openEngine, packages, limits: LIMITS }) },
        webcontainer: { ...shared, limits: { ...LIMITS, run: CONTAINER_LIMITS.run }, sandbox: container },
        expect: packages.expect,
        nodeVersion: () => node,
      }
    },
  )
}

const serving = serve()
addEventListener('message', ({ data }: MessageEvent<ToPipeline>) => void serving.then(take => take(data)))
serving.catch(error => {
  // Only an uncaught error reaches the page as one.
  setTimeout(() => {
    throw error
  })
})
