/**
 * Bundles packages for the realms of the embedded engine, which load nothing by address: each bundle is an ES module
 * whose default export makes the package exports by specifier (src/sandbox/embedded/realm/packages.ts).
 * @module
 */

import { join } from 'node:path'
import type { Plugin } from 'vite'
import { bundleScript } from './bundle-script.ts'
import { type Bundle, baseBundle, furtherBundles } from './packages.ts'

const bundleId = 'virtual:package-bundle'

/**
 * One module that holds every entry point. `__esModule` keeps a default import from being wrapped again, and a module's
 * exports cannot be changed from outside.
 */
const bundleSource = (root: string, specifiers: readonly string[]): string => {
  const imports = specifiers.map((specifier, index) => `import * as m${index} from '${specifier}'`)
  const entries = specifiers.map(
    (specifier, index) => `'${specifier}': Object.freeze({ __esModule: true, ...m${index} })`,
  )
  const reset = specifiers.includes('zod') ? resetZod(root) : 'export const reset = () => undefined'
  return `${imports.join('\n')}\nexport const modules = { ${entries.join(',\n')} }\n${reset}`
}

const resetZod = (root: string): string => `import * as zod from 'zod'
import { zodReset } from ${JSON.stringify(join(root, 'src/sandbox/program/zod-reset.ts'))}
export const reset = zodReset(zod)`

/** Zod's messages are English only: its other languages are four fifths of it. */
const englishOnly: Plugin = {
  name: 'rendition:english-only',
  load: id =>
    /\/zod\/v4\/locales\/index\.js$/.test(id.replaceAll('\\', '/')) ? "export { default as en } from './en.js'" : null,
}

/** Zod makes faster parsers with `new Function` where that is allowed; here even the question is reported as an error. */
const withoutEval = 'globalThis.__zod_globalConfig ??= { jitless: true };'

const entry = (root: string, specifiers: readonly string[]): Plugin => ({
  name: 'rendition:package-bundle',
  // A library's entry is made a path before it comes here.
  resolveId: id => (id.endsWith(bundleId) ? `\0${bundleId}` : null),
  load: id => (id === `\0${bundleId}` ? bundleSource(root, specifiers) : null),
})

/** Bundles that come before one: what they hold is taken from there. */
const before = ({ needs }: Bundle): readonly Bundle[] => [
  baseBundle,
  ...needs.flatMap(name => furtherBundles[name] ?? []),
]

export const bundlePackages = async (root: string, bundle: Bundle): Promise<string> => {
  const external = bundle === baseBundle ? [] : before(bundle).flatMap(({ specifiers }) => specifiers)
  const plugins = [entry(root, bundle.specifiers), englishOnly]
  const script = await bundleScript(root, { entry: bundleId, format: 'cjs', plugins, external })
  const head = bundle.specifiers.includes('zod') ? withoutEval : ''
  return `${head}export default require=>{const exports={};${script}\nreturn exports}`
}
