/**
 * Bundles packages for the realms of the embedded engine, which load nothing by address: each bundle is an ES module
 * whose default export makes the package exports by specifier (src/sandbox/embedded/realm/packages.ts).
 * @module
 */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { bundleScript } from './bundle-script.ts'
import { type Bundle, baseBundle, furtherBundles } from './packages.ts'

const bundleId = 'virtual:package-bundle'
/** Its default export evaluates the script of sql.js and gives what that exports. */
const sqlJsId = 'virtual:evaluate-sql-js'

/** What packages need that remember what a program told them, or that are loaded in another way: statements. */
const special = (root: string): Readonly<Record<string, string>> => {
  const module = (path: string): string => JSON.stringify(join(root, 'src/sandbox/program', path))
  return {
    zod: `import * as zod from 'zod'
import { zodReset } from ${module('zod-reset.ts')}
resets.push(zodReset(zod))`,
    // The argument is the bundle's, and compiling begins before a program asks.
    'sql.js': `import evaluateSqlJs from '${sqlJsId}'
import { ownSqlJs } from ${module('sql-js.ts')}
const compiled = WebAssembly.compile(wasm)
compiled.catch(() => undefined)
const sqlJs = ownSqlJs(evaluateSqlJs, async imports => WebAssembly.instantiate(await compiled, imports))
resets.push(sqlJs.reset)
modules['sql.js'] = Object.freeze({ __esModule: true, default: sqlJs.initSqlJs })`,
  }
}

/**
 * One module that holds every entry point. `__esModule` keeps a default import from being wrapped again, and a module's
 * exports cannot be changed from outside.
 */
const bundleSource = (root: string, specifiers: readonly string[]): string => {
  const plain = specifiers.filter(specifier => specifier !== 'sql.js')
  const imports = plain.map((specifier, index) => `import * as m${index} from '${specifier}'`)
  const entries = plain.map((specifier, index) => `'${specifier}': Object.freeze({ __esModule: true, ...m${index} })`)
  const others = specifiers.flatMap(specifier => special(root)[specifier] ?? [])
  return `${imports.join('\n')}
export const modules = { ${entries.join(',\n')} }
const resets = []
export const reset = () => { for (const reset of resets) reset() }
${others.join('\n')}`
}

/** Zod's messages are English only: its other languages are four fifths of it. */
const englishOnly: Plugin = {
  name: 'rendition:english-only',
  load: id =>
    /\/zod\/v4\/locales\/index\.js$/.test(id.replaceAll('\\', '/')) ? "export { default as en } from './en.js'" : null,
}

/** The script of sql.js as a function. It is the one for browsers, which does not look for `fs`. */
const evaluateSqlJs = (root: string): Plugin => ({
  name: 'rendition:evaluate-sql-js',
  resolveId: id => (id === sqlJsId ? `\0${id}` : null),
  load: async id => {
    if (id !== `\0${sqlJsId}`) return null
    const script = await readFile(join(root, 'node_modules/sql.js/dist/sql-wasm-browser.js'), 'utf8')
    return `export default () => { let module = { exports: {} }; const { exports } = module; ${script}\nreturn module.exports }`
  },
})

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
  const plugins = [entry(root, bundle.specifiers), englishOnly, evaluateSqlJs(root)]
  const script = await bundleScript(root, { entry: bundleId, format: 'cjs', plugins, external })
  const head = bundle.specifiers.includes('zod') ? withoutEval : ''
  return `${head}export default (require,wasm)=>{const exports={};${script}\nreturn exports}`
}
