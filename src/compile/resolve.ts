/**
 * Which file or package an import means, and whether it has the names that are asked of it.
 * @module
 */

import { closest, diagnosticAt } from './diagnose.ts'
import type { ImportedModule, ParsedFile } from './parse.ts'
import type { Diagnostic, PackageExports } from './program.ts'
import { refusedName, refusedSpecifier } from './refused.ts'

export const isRelative = (specifier: string): boolean =>
  /^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..'

/**
 * The path of the file that a relative specifier means, with the endings that Node's TypeScript and bundlers accept
 * (`./items`, `./items.ts`, `./items.js` for a file that will be `.js`, a folder's `index.ts`); null when there is none.
 */
export const resolveRelative = (from: string, specifier: string, paths: ReadonlySet<string>): string | null => {
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  const base = parts.join('/')
  const candidates = [base, `${base}.ts`, base.replace(/\.js$/, '.ts'), base === '' ? 'index.ts' : `${base}/index.ts`]
  return candidates.find(candidate => paths.has(candidate)) ?? null
}

export interface Resolution {
  readonly files: ReadonlyMap<string, ParsedFile>
  readonly paths: ReadonlySet<string>
  readonly packages: PackageExports
}

/** What is wrong with one import of one file; empty when nothing is. */
export const diagnoseImport = (file: ParsedFile, imported: ImportedModule, all: Resolution): Diagnostic[] => {
  const { specifier } = imported
  const at = (line: number, text: string, message: string): Diagnostic => {
    const source = file.source.split('\n')[line - 1] ?? ''
    const quoted = text === specifier ? Math.max(source.indexOf(`'${text}'`), source.indexOf(`"${text}"`)) : -1
    const found = quoted < 0 ? source.indexOf(text) : quoted + 1
    return diagnosticAt(
      file.path,
      file.source,
      found < 0 ? { line } : { line, column: found + 1, length: text.length },
      message,
    )
  }
  const target = isRelative(specifier) ? resolveRelative(file.path, specifier, all.paths) : null
  if (isRelative(specifier) && target === null) {
    const others = [...all.paths].filter(path => path !== file.path)
    const there = others.length > 0 ? `the other files are ${others.join(', ')}` : 'there is no other file'
    return [at(imported.line, specifier, `could not find "${specifier}": it does not exist; ${there}`)]
  }
  const known = target === null ? ownEntry(all.packages, specifier) : exportsOf(target, all, new Set())
  if (!known) return [at(imported.line, specifier, unknownPackage(specifier, Object.keys(all.packages)))]
  return imported.names
    .filter(({ name }) => !known.includes(name))
    .map(({ name, line }) => at(line, name === 'default' ? specifier : name, notExported(name, specifier, known)))
}

const ownEntry = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** All names that a file exports, `export * from` followed; `visited` ends cycles. */
const exportsOf = (path: string, all: Resolution, visited: Set<string>): readonly string[] | undefined => {
  const file = all.files.get(path)
  if (!file || visited.has(path)) return []
  visited.add(path)
  const stars = file.imports.filter(imported => imported.reexportsAll)
  const inherited = stars.flatMap(({ specifier }) => {
    const target = isRelative(specifier) ? resolveRelative(path, specifier, all.paths) : null
    const names = target === null ? ownEntry(all.packages, specifier) : exportsOf(target, all, visited)
    return (names ?? []).filter(name => name !== 'default')
  })
  return [...file.exports, ...inherited]
}

const unknownPackage = (specifier: string, offered: readonly string[]): string => {
  const refused = refusedSpecifier(specifier)
  if (refused) return `could not import "${specifier}": ${refused}`
  const meant = closest(specifier, offered)
  if (meant) return `could not import "${specifier}": there is no such package here; did you mean "${meant}"?`
  const roots = [
    ...new Set(
      offered.map(name => (name.startsWith('@') ? name.split('/', 2).join('/') : (name.split('/')[0] ?? name))),
    ),
  ]
  return `could not import "${specifier}": this exercise runs without it; the packages here are ${roots.join(', ')}`
}

const notExported = (name: string, specifier: string, known: readonly string[]): string => {
  if (name === 'default') {
    const named = known.length > 0 ? `; it exports ${known.slice(0, 8).join(', ')}` : ''
    return `could not import a default from "${specifier}": it has no default export${named}`
  }
  const refused = refusedName(specifier, name)
  if (refused) return `could not import "${name}" from "${specifier}": ${refused}`
  const meant = closest(name, known)
  return `could not import "${name}" from "${specifier}": it is not exported there; ${
    meant ? `did you mean "${meant}"?` : `exported are ${known.slice(0, 8).join(', ') || 'no names'}`
  }`
}
