/**
 * A Vite plugin that bundles the scripts of the embedded engine. They are handed to the sandboxed frame as text, so the
 * page gets them as one asset: `virtual:engine-scripts` exports its address.
 * @module
 */

import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import type { EngineScripts } from '../src/sandbox/embedded/protocol.ts'
import { packageSpecifiers } from './packages.ts'

const scriptsId = 'virtual:engine-scripts'
const bundleId = 'virtual:package-bundle'
/** Where the development server gives what a build emits as a file. */
const developmentPath = '/@engine-scripts.json'

/** One module that holds every offered entry point; `__esModule` keeps a default import from being wrapped again. */
const bundleSource = (specifiers: readonly string[]): string => {
  const imports = specifiers.map((specifier, index) => `import * as m${index} from '${specifier}'`)
  const entries = specifiers.map((specifier, index) => `'${specifier}': { __esModule: true, ...m${index} }`)
  return `${imports.join('\n')}\nexport const modules = { ${entries.join(',\n')} }`
}

const packageBundle = (specifiers: readonly string[]): Plugin => ({
  name: 'rendition:package-bundle',
  // A library's entry is made a path before it comes here.
  resolveId: id => (id.endsWith(bundleId) ? `\0${bundleId}` : null),
  load: id => (id === `\0${bundleId}` ? bundleSource(specifiers) : null),
})

const bundle = async (root: string, entry: string, format: 'es' | 'iife', plugins: Plugin[] = []): Promise<string> => {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry, formats: [format], name: 'rendition', fileName: 'script' },
    },
  })
  const [first] = Array.isArray(output) ? output : []
  const [chunk] = first?.output ?? []
  if (chunk?.type !== 'chunk') throw new Error(`could not bundle ${entry}: because the build gave no script; see above`)
  return chunk.code
}

const bundleScripts = async (root: string): Promise<EngineScripts> => {
  const embedded = join(root, 'src/sandbox/embedded')
  const [frame, supervisor, realm, hono] = await Promise.all([
    bundle(root, join(embedded, 'frame/frame.ts'), 'es'),
    bundle(root, join(embedded, 'supervisor/supervisor.worker.ts'), 'iife'),
    bundle(root, join(embedded, 'realm/realm.worker.ts'), 'iife'),
    bundle(root, bundleId, 'es', [packageBundle(packageSpecifiers)]),
  ])
  return { frame, supervisor, realm, packages: { hono } }
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
