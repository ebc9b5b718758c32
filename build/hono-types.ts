/**
 * A Vite plugin that gives the editor the type declarations of the packages an exercise may import, so that completion
 * and type errors work with nothing fetched from elsewhere: `await import('virtual:package-types')`.
 * @module
 */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { closure, uriOf } from './declarations.ts'
import { collectFurtherTypes, packagesOf, togetherWith, typeGroups } from './further-types.ts'

/** What `virtual:package-types` exports by default. */
export interface PackageTypes {
  /** Where the editor keeps it (`file:///node_modules/hono/dist/types/index.d.ts`) → text of the declaration file. */
  readonly files: Readonly<Record<string, string>>
  /** TypeScript's `paths`: specifier (`hono/cookie`, `hono/utils/*`) → the declaration file it means. */
  readonly paths: Readonly<Record<string, readonly string[]>>
}

const ID = 'virtual:package-types'
/** Before the name of a group: its default export are the files of these packages; where they are is said by `ID`. */
const FURTHER = 'virtual:package-types/'

/** Entry points for runtimes that no engine is. */
const OTHER_RUNTIMES = /^\.\/(cloudflare-|deno$|bun$|aws-lambda$|vercel$|netlify$|lambda-edge$|service-worker$)/

/** The entry points of a package: subpath (`.`, `./cookie`, `./utils/*`) → its declaration file, `*` kept. */
function entriesOf(folder: string): ReadonlyMap<string, string> {
  const manifest: { exports: Record<string, { types?: string } | string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const entries = new Map<string, string>()
  for (const [subpath, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'object' && target.types !== undefined && !OTHER_RUNTIMES.test(subpath)) {
      entries.set(subpath, join(folder, target.types))
    }
  }
  return entries
}

/** `x/*.d.ts` → every file it stands for; a path without `*` stands for itself. */
function expand(pattern: string): readonly string[] {
  if (!pattern.includes('*')) return [pattern]
  const folder = dirname(pattern)
  return readdirSync(folder)
    .filter(name => name.endsWith('.d.ts'))
    .map(name => join(folder, name))
}

/**
 * Reads the declarations of `packages` under `root`/node_modules. An entry point that needs the types of a package that
 * is not among them is left out, as are those for other runtimes.
 */
export function collectPackageTypes(root: string, packages: readonly string[]): PackageTypes {
  const files: Record<string, string> = {}
  const paths: Record<string, readonly string[]> = {}
  const isOffered = (specifier: string) => packages.some(name => specifier === name || specifier.startsWith(`${name}/`))
  for (const name of packages) {
    for (const [subpath, pattern] of entriesOf(join(root, 'node_modules', name))) {
      const closures = expand(pattern).map(file => closure(file, isOffered))
      if (closures.includes(null)) continue
      for (const [file, text] of closures.flatMap(found => [...(found ?? [])])) files[uriOf(root, file)] = text
      paths[`${name}${subpath.slice(1)}`] = [uriOf(root, pattern)]
    }
  }
  return { files, paths }
}

/** What programs find without an import, beside what the web has. */
const programTypes = (root: string): PackageTypes['files'] => ({
  'file:///program.d.ts': readFileSync(join(root, 'sandbox-template', 'program.d.ts'), 'utf8'),
})

const exported = (value: unknown): string => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))})`

/** An expression for each group: the packages that need it, and what loads it with the groups that it needs. */
const loaders = (): readonly string[] =>
  Object.keys(typeGroups).map(group => {
    const imports = togetherWith(group).map(one => `import(${JSON.stringify(FURTHER + one)})`)
    return `{ packages: ${JSON.stringify(packagesOf(group))}, load: () => Promise.all([${imports.join(', ')}]) }`
  })

export function packageTypes(packages: readonly string[]): Plugin {
  let root = ''
  return {
    name: 'rendition:package-types',
    configResolved(config) {
      root = config.root
    },
    resolveId: id => (id === ID || id.startsWith(FURTHER) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${ID}`) {
        const own = collectPackageTypes(root, packages)
        const further = Object.keys(typeGroups).map(group => collectFurtherTypes(root, group).paths)
        // TypeScript starts anew when its options change, so it has all paths from the start.
        const files = { ...own.files, ...programTypes(root) }
        const types = { files, paths: Object.assign({}, own.paths, ...further) }
        return { code: `${exported(types)}\nexport const groups = [${loaders().join(', ')}]`, moduleType: 'js' }
      }
      if (!id.startsWith(`\0${FURTHER}`)) return null
      const { files } = collectFurtherTypes(root, id.slice(FURTHER.length + 1))
      return { code: exported(files), moduleType: 'js' }
    },
  }
}
