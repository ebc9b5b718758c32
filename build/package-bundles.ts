/**
 * A Vite plugin for the packages that the embedded engine fetches when a program needs them: `virtual:package-bundles`
 * says which bundles a specifier needs and where their scripts are.
 * @module
 */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { bundlePackages } from './bundle-packages.ts'
import { bundleNeeds, furtherBundles } from './packages.ts'

const id = 'virtual:package-bundles'
/** Where the development server gives what a build emits as files. */
const developmentPath = '/@package-bundle/'

/** Expressions for the addresses of a bundle, by its name. */
type Addresses = readonly (readonly [name: string, script: string, wasm: string])[]

const source = (addresses: Addresses): string => {
  const entries = addresses.map(
    ([name, script, wasm]) => `${JSON.stringify(name)}: { script: ${script}, wasm: ${wasm} }`,
  )
  return `export default { needs: ${JSON.stringify(bundleNeeds)}, addresses: { ${entries.join(', ')} } }`
}

const readWasm = (root: string, path: string): Promise<Buffer> => readFile(join(root, 'node_modules', path))

export const packageBundles = (): Plugin => {
  let root = ''
  let isBuild = false
  return {
    name: 'rendition:package-bundles',
    configResolved(config) {
      root = config.root
      isBuild = config.command === 'build'
    },
    configureServer(server) {
      server.middlewares.use(developmentPath, (request, response, next) => {
        const [, name = '', ending] = /^\/(.+)\.(js|wasm)$/.exec(request.url ?? '') ?? []
        const bundle = furtherBundles[name]
        if (!bundle) return next()
        const isWasm = ending === 'wasm' && bundle.wasm !== null
        const type = isWasm ? 'application/wasm' : 'text/javascript'
        const content = isWasm ? readWasm(root, bundle.wasm) : bundlePackages(root, bundle)
        content.then(found => response.setHeader('content-type', type).end(found), next)
      })
    },
    resolveId: specifier => (specifier === id ? `\0${id}` : null),
    async load(module) {
      if (module !== `\0${id}`) return null
      const emit = async (file: string, content: () => Promise<string | Uint8Array>): Promise<string> => {
        if (!isBuild) return JSON.stringify(developmentPath + file)
        const asset = this.emitFile({ type: 'asset', name: file, source: await content() })
        return `import.meta.ROLLUP_FILE_URL_${asset}`
      }
      const addresses = Object.entries(furtherBundles).map(async ([name, bundle]) => {
        const { wasm } = bundle
        const script = await emit(`${name}.js`, () => bundlePackages(root, bundle))
        return [name, script, wasm === null ? 'null' : await emit(`${name}.wasm`, () => readWasm(root, wasm))] as const
      })
      return source(await Promise.all(addresses))
    },
  }
}
