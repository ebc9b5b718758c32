/**
 * TypeScript source files → a program that every engine runs alike, or diagnostics with their lines. Pure.
 *
 * Type errors are no business of this module: the editor shows them, and they never stop a run.
 * @module
 */

import { transform } from 'sucrase'
import { diagnosticAt } from './diagnose.ts'
import { type ImportedModule, type ParsedFile, parseFile } from './parse.ts'
import type { Compilation, Diagnostic, PackageExports, ProgramModule, SourceFiles } from './program.ts'
import { diagnoseImport, isRelative, type Resolution, resolveRelative } from './resolve.ts'

export interface CompileOptions {
  readonly entry: string
  readonly packages: PackageExports
}

/** Compiles the entry and what it imports; files that nothing imports are left out, as Node would leave them. */
export const compile = (files: SourceFiles, { entry, packages }: CompileOptions): Compilation => {
  if (!Object.hasOwn(files, entry)) {
    const message = `could not start: there is no ${entry}; add it and export the app as its default`
    return { program: null, diagnostics: [diagnosticAt(entry, '', { line: 1 }, message)] }
  }
  const paths = new Set(Object.keys(files))
  const parsed = new Map<string, ParsedFile>()
  const diagnostics: Diagnostic[] = []
  const ordered: ParsedFile[] = []
  const visited = new Set<string>()

  /** Reads a file and opens what it imports statically; null for a file with a syntax error. */
  const open = (path: string) => {
    visited.add(path)
    const file = parseFile(path, files[path] ?? '')
    if ('diagnostics' in file) {
      diagnostics.push(...file.diagnostics)
      return null
    }
    parsed.set(path, file)
    return { file, targets: localTargets(path, file.imports, paths).values() }
  }
  /** Adds a file behind everything that it imports statically. Without recursion: files may import in a long row. */
  const visit = (path: string): void => {
    const opened = [visited.has(path) ? null : open(path)]
    for (let top = opened.at(-1); top !== undefined; top = opened.at(-1)) {
      const target = top?.targets.next()
      if (top && target && !target.done) {
        if (!visited.has(target.value)) opened.push(open(target.value))
      } else {
        if (top) ordered.push(top.file)
        opened.pop()
      }
    }
  }
  visit(entry)
  const eager = new Set(visited)
  // The list grows by what is visited.
  for (const { path, dynamicImports } of ordered) {
    for (const target of localTargets(path, dynamicImports, paths).values()) visit(target)
  }

  // A file with a syntax error exports nothing that could be known, so names are checked only when all were parsed.
  if (diagnostics.length === 0) {
    const resolution: Resolution = { files: parsed, paths, packages }
    for (const file of ordered) {
      for (const imported of allImports(file)) diagnostics.push(...diagnoseImport(file, imported, resolution))
    }
  }
  if (diagnostics.length > 0) return { program: null, diagnostics }

  const specifiers = ordered.flatMap(file => allImports(file).map(({ specifier }) => specifier))
  const program = {
    entry,
    modules: ordered.map(file => moduleOf(file, paths, !eager.has(file.path))),
    packages: [...new Set(specifiers.filter(specifier => !isRelative(specifier)))],
  }
  return { program, diagnostics: [] }
}

/** Of `import()` no names are asked that could be checked. */
const allImports = ({ imports, dynamicImports }: ParsedFile): readonly ImportedModule[] => [
  ...imports,
  ...dynamicImports.map(({ specifier, line }) => ({ specifier, line, names: [], reexportsAll: false })),
]

/** Specifier → path, of those that are files of the program. */
const localTargets = (
  from: string,
  imports: readonly { readonly specifier: string }[],
  paths: ReadonlySet<string>,
): Map<string, string> => {
  const targets = new Map<string, string>()
  for (const { specifier } of imports) {
    const target = isRelative(specifier) ? resolveRelative(from, specifier, paths) : null
    if (target !== null) targets.set(specifier, target)
  }
  return targets
}

/**
 * The head of the function stands on the file's first line, so that lines in stacks are the learner's. Exported
 * functions are assigned there, before the module waits for its turn: in an ES module too they can be called across an
 * import cycle before the module ran.
 */
const moduleOf = (file: ParsedFile, paths: ReadonlySet<string>, lazy: boolean): ProgramModule => {
  const body = transform(file.code, { transforms: ['typescript', 'imports'], disableESTransforms: true }).code
  const hoists = Object.entries(file.hoisted).map(
    ([exported, local]) => `exports[${JSON.stringify(exported)}]=${local};`,
  )
  return {
    path: file.path,
    code: `export default async (require, exports, $$turn, $$import) => {${hoists.join('')}await $$turn;${body}\n}\n//# sourceURL=${file.path}`,
    imports: Object.fromEntries(localTargets(file.path, file.imports, paths)),
    dynamicImports: Object.fromEntries(localTargets(file.path, file.dynamicImports, paths)),
    lazy,
  }
}
