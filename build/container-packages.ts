/**
 * The files of `node_modules` that Node needs to run programs, and no others: found by following the imports.
 * @module
 */

import { readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { parseSync } from 'vite'
import { exportedFile, fileAt, findPackage, type ImportKind, type Package, parseSpecifier } from './package-exports.ts'

/** Path inside `node_modules`, with slashes → content. In order of paths. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

interface Import {
  readonly specifier: string
  readonly kind: ImportKind
}

/** A file that was found, and the package that it belongs to. */
interface Found {
  readonly path: string
  readonly owner: Package
}

/** As in the embedded engine (bundle-packages.ts): messages are English, and the others would be a quarter of all this. */
const ENGLISH_ONLY: Readonly<Record<string, string>> = {
  'zod/v4/locales/index.js': "export { default as en } from './en.js'\n",
}

/**
 * @param root of the repository, where `node_modules` is
 * @param specifiers what is imported from outside
 * @param others files that are read and not imported: paths inside `node_modules`
 * @throws {Error} when one of them, or what it needs, is not installed
 */
export const packageFiles = (
  root: string,
  specifiers: readonly string[],
  others: readonly string[] = [],
): PackageFiles => {
  const modules = join(root, 'node_modules')
  const nameOf = (path: string): string => relative(modules, path).replaceAll(sep, '/')
  const files = new Map<string, Uint8Array>(others.map(path => [path, readFileSync(join(modules, path))]))
  const found = specifiers.flatMap(specifier => foundAt(root, null, { specifier, kind: 'import' }))
  // The list grows by what its files import.
  for (const { path, owner } of found) {
    const name = nameOf(path)
    if (files.has(name)) continue
    const text = ENGLISH_ONLY[name] ?? readFileSync(path, 'utf8')
    files.set(name, Buffer.from(text))
    files.set(nameOf(join(owner.folder, 'package.json')), Buffer.from(prunedManifest(owner)))
    for (const one of importsOf(path, text)) found.push(...foundFrom(path, owner, one))
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const foundFrom = (path: string, owner: Package, one: Import): readonly Found[] => {
  if (!one.specifier.startsWith('.')) return foundAt(dirname(path), owner, one)
  const file = fileAt(join(dirname(path), one.specifier))
  if (file === null) throw notFound(one.specifier, path)
  return [{ path: file, owner }]
}

/** Nothing for modules of Node, and for what a package can do without. */
const foundAt = (folder: string, importer: Package | null, { specifier, kind }: Import): readonly Found[] => {
  const parsed = parseSpecifier(specifier)
  if (parsed === null || (importer && isOptional(importer, parsed.name))) return []
  const owner = findPackage(folder, parsed.name)
  const path = owner && exportedFile(owner, parsed.subpath, kind)
  if (owner === null || path === null) throw notFound(specifier, importer?.manifest.name ?? 'a program')
  return [{ path, owner }]
}

/** A package that somebody else may have installed for a reason of their own. */
const isOptional = ({ manifest }: Package, name: string): boolean =>
  manifest.peerDependenciesMeta?.[name]?.optional === true

const notFound = (specifier: string, by: string): Error =>
  new Error(
    `could not pack "${specifier}" for the container: because it is not installed, and ${by} imports it; run npm ci`,
  )

/** What Node reads of it. */
const prunedManifest = ({ manifest }: Package): string => {
  const { name, version, type, main, exports } = manifest
  return JSON.stringify({ name, version, type, main: exports === undefined ? main : undefined, exports })
}

/** What a module names in `import`, `export … from`, `import()` and `require()`, where that is a plain string. */
const importsOf = (path: string, text: string): readonly Import[] => {
  if (path.endsWith('.json')) return []
  const { program, errors } = parseSync(path, text, { sourceType: 'unambiguous' })
  if (errors[0]) throw new Error(`could not pack ${path} for the container: because ${errors[0].message}`)
  const imports: Import[] = []
  const add = (value: unknown, kind: ImportKind): void => {
    if (isNode(value) && typeof value.value === 'string') imports.push({ specifier: value.value, kind })
  }
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    if (!isNode(value)) return
    if ('source' in value) add(value.source, 'import')
    if (
      value.type === 'CallExpression' &&
      isNode(value.callee) &&
      value.callee.name === 'require' &&
      Array.isArray(value.arguments)
    )
      add(value.arguments[0], 'require')
    Object.values(value).forEach(visit)
  }
  visit(program)
  return imports
}

interface SyntaxNode {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
