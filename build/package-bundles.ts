/**
 * A Vite plugin for the packages that the embedded engine fetches when a program needs them: `virtual:package-bundles`
 * says which bundles a specifier needs and where their scripts are.
 * @module
 */

import type { Plugin } from 'vite'
import type { PackageBundles } from '../src/sandbox/embedded/package-source.ts'
import { bundlePackages } from './bundle-packages.ts'
import { furtherBundles } from './packages.ts'

const id = 'virtual:package-bundles'
/** Where the development server gives what a build emits as files. */
const developmentPath = '/@package-bundle/'

/** Specifier → the bundles it needs, in order. */
export const packageNeeds: PackageBundles['needs'] = Object.fromEntries(
  Object.entries(furtherBundles).flatMap(([name, bundle]) =>
    bundle.specifiers.map(specifier => [specifier, [...bundle.needs, name]]),
  ),
)

/** @param addresses an expression for each bundle's address, by name */
const source = (addresses: Readonly<Record<string, string>>): string => {
  const entries = Object.entries(addresses).map(([name, address]) => `${JSON.stringify(name)}: ${address}`)
  return `export default { needs: ${JSON.stringify(packageNeeds)}, addresses: { ${entries.join(', ')} } }`
}

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
        const bundle = furtherBundles[(request.url ?? '').replace(/^\//, '')]
        if (!bundle) return next()
        bundlePackages(root, bundle).then(
          script => response.setHeader('content-type', 'text/javascript').end(script),
          next,
        )
      })
    },
    resolveId: specifier => (specifier === id ? `\0${id}` : null),
    async load(module) {
      if (module !== `\0${id}`) return null
      const addresses = Object.entries(furtherBundles).map(async ([name, bundle]) => {
        if (!isBuild) return [name, JSON.stringify(developmentPath + name)] as const
        const script = await bundlePackages(root, bundle)
        const asset = this.emitFile({ type: 'asset', name: `${name}.js`, source: script })
        return [name, `import.meta.ROLLUP_FILE_URL_${asset}`] as const
      })
      return source(Object.fromEntries(await Promise.all(addresses)))
    },
  }
}
