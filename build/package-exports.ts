/**
 * Where Node finds what a package's code imports: its rules for `node_modules`, `exports` and conditions
 * (nodejs.org/api/packages.html), as far as published packages use them.
 * @module
 */

import { readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'

/** How a module is asked for; packages that have both kinds of modules give another file for each. */
export type ImportKind = 'import' | 'require'

/** What a `package.json` says that Node reads, and whose packages the code may count on. */
export interface Manifest {
  readonly name: string
  readonly version: string
  /** SPDX expression. */
  readonly license?: string
  readonly type?: string
  readonly main?: string
  readonly exports?: Exports
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

type Exports = string | null | readonly Exports[] | { readonly [key: string]: Exports }

export interface Package {
  /** Path of its folder. */
  readonly folder: string
  readonly manifest: Manifest
}

/** `@hono/zod-openapi/x` → the package's name, and `./x`; null for modules of Node itself. */
export const parseSpecifier = (specifier: string): { readonly name: string; readonly subpath: string } | null => {
  if (isBuiltin(specifier)) return null
  const [name = specifier] = /^(?:@[^/]+\/)?[^/]+/.exec(specifier) ?? []
  return { name, subpath: `.${specifier.slice(name.length)}` }
}

/** The package that a file in `folder` means by a name; null when it is not installed. */
export const findPackage = (folder: string, name: string): Package | null => {
  const found = join(folder, 'node_modules', name)
  if (statSync(join(found, 'package.json'), { throwIfNoEntry: false })) {
    return { folder: found, manifest: JSON.parse(readFileSync(join(found, 'package.json'), 'utf8')) }
  }
  return dirname(folder) === folder ? null : findPackage(dirname(folder), name)
}

/** Path of the file that a subpath of a package is; null when the package does not give it. */
export const exportedFile = ({ folder, manifest }: Package, subpath: string, kind: ImportKind): string | null => {
  if (manifest.exports === undefined)
    return fileAt(join(folder, subpath === '.' ? (manifest.main ?? 'index.js') : subpath))
  const target = targetOf(manifest.exports, subpath, kind)
  return target === null ? null : join(folder, target)
}

/** A path as CommonJS has it: the ending `.js`, and the `index.js` of a folder, may be left out. */
export const fileAt = (path: string): string | null =>
  [path, `${path}.js`, `${path}.json`, join(path, 'index.js')].find(one =>
    statSync(one, { throwIfNoEntry: false })?.isFile(),
  ) ?? null

const targetOf = (exports: Exports, subpath: string, kind: ImportKind): string | null => {
  const isMap = typeof exports === 'object' && Object.keys(exports ?? {}).some(key => key.startsWith('.'))
  if (!isMap) return subpath === '.' ? chosen(exports, kind) : null
  const map = exports as Readonly<Record<string, Exports>>
  if (map[subpath] !== undefined) return chosen(map[subpath], kind)
  for (const [pattern, target] of Object.entries(map).sort(([a], [b]) => b.length - a.length)) {
    const [before = '', after] = pattern.split('*')
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) continue
    const rest = subpath.slice(before.length, subpath.length - after.length)
    return chosen(target, kind)?.replaceAll('*', rest) ?? null
  }
  return null
}

/** The first that applies, in the order in which the package has them. */
const chosen = (target: Exports, kind: ImportKind): string | null => {
  if (typeof target === 'string' || target === null) return target
  const conditions = new Set(['node', 'default', kind])
  const applying = Object.entries(target).filter(([key]) => Array.isArray(target) || conditions.has(key))
  for (const [, one] of applying) {
    const found = chosen(one, kind)
    if (found !== null) return found
  }
  return null
}
