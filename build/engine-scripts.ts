/**
 * A Vite plugin that bundles the scripts of the embedded engine. They are handed to the sandboxed frame as text, so the
 * page gets them as one asset: `virtual:engine-scripts` exports its address.
 * @module
 */

import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { EngineScripts } from '../src/sandbox/embedded/protocol.ts'
import { bundlePackages } from './bundle-packages.ts'
import { bundleScript } from './bundle-script.ts'
import { baseBundle } from './packages.ts'

const scriptsId = 'virtual:engine-scripts'
/** Where the development server gives what a build emits as a file. */
const developmentPath = '/@engine-scripts.json'

/** Everything that the frame is handed. */
export const bundleScripts = async (root: string): Promise<EngineScripts> => {
  const embedded = join(root, 'src/sandbox/embedded')
  const [frame, supervisor, realm, packages] = await Promise.all([
    bundleScript(root, { entry: join(embedded, 'frame/frame.ts'), format: 'es' }),
    bundleScript(root, { entry: join(embedded, 'supervisor/supervisor.worker.ts'), format: 'iife' }),
    bundleScript(root, { entry: join(embedded, 'realm/realm.worker.ts'), format: 'iife' }),
    bundlePackages(root, baseBundle),
  ])
  return { frame, supervisor, realm, packages }
}

export const engineScripts = (): Plugin => {
  let root = ''
  let asset = ''
  let isBuild = false
  return {
    name: 'rendition:engine-scripts',
    configResolved(config) {
      root = config.root
      isBuild = config.command === 'build'
    },
    async buildStart() {
      if (!isBuild) return
      const source = JSON.stringify(await bundleScripts(root))
      asset = this.emitFile({ type: 'asset', name: 'engine.json', source })
    },
    configureServer(server) {
      server.middlewares.use(developmentPath, (_request, response, next) => {
        bundleScripts(root).then(
          scripts => response.setHeader('content-type', 'application/json').end(JSON.stringify(scripts)),
          next,
        )
      })
    },
    resolveId: id => (id === scriptsId ? `\0${id}` : null),
    load(id) {
      if (id !== `\0${scriptsId}`) return null
      return `export default ${asset ? `import.meta.ROLLUP_FILE_URL_${asset}` : JSON.stringify(developmentPath)}`
    },
  }
}
