/**
 * One source file, read: its types stripped, its syntax checked, its imports and exports listed.
 *
 * Sucrase strips types without checking syntax (it accepts `let a` twice, `1 = 2`, `await` in a plain function), and a
 * browser's own syntax error has no line when it comes from `import()`. Acorn over Sucrase's output finds these with
 * their line, which Sucrase keeps; columns move where a type stood before them on the line.
 * @module
 */

import { type ModuleDeclaration, type Program as ModuleTree, parse, type Statement } from 'acorn'
import { transform } from 'sucrase'
import { diagnosticAt } from './diagnose.ts'
import { type DynamicImport, dynamicImportsOf } from './dynamic-imports.ts'
import { prepare } from './prepare.ts'
import type { Diagnostic } from './program.ts'

export interface ImportedName {
  readonly name: string
  readonly line: number
}

export interface ImportedModule {
  readonly specifier: string
  readonly line: number
  /** Names that must be exported there; `default` for a default import. */
  readonly names: readonly ImportedName[]
  /** True for `export * from`. */
  readonly reexportsAll: boolean
}

export interface ParsedFile {
  readonly path: string
  readonly source: string
  /** What is made into a function: what the source says, without types. */
  readonly code: string
  readonly imports: readonly ImportedModule[]
  readonly dynamicImports: readonly DynamicImport[]
  /** Exported names, without those of `export * from`. */
  readonly exports: readonly string[]
  /** Exported name → local name, for function declarations, which a module's importers may call before it ran. */
  readonly hoisted: Readonly<Record<string, string>>
}

export type Parsed = ParsedFile | { readonly diagnostics: readonly Diagnostic[] }

type Node = ModuleTree['body'][number]

/** The parameters of a program module's function. */
const taken: ReadonlySet<string> = new Set(['require', 'exports', '$$turn', '$$import'])

export const parseFile = (path: string, source: string): Parsed => {
  let stripped: string
  try {
    stripped = transform(source, { transforms: ['typescript'], disableESTransforms: true }).code
  } catch (error) {
    return { diagnostics: [syntaxDiagnostic(path, source, source, error, 1)] }
  }
  try {
    const tree = parse(stripped, { ecmaVersion: 'latest', sourceType: 'module', locations: true })
    const reserved = tree.body.flatMap(declaredNames).find(({ name }) => taken.has(name))
    if (reserved) {
      const why = `could not use the name \`${reserved.name}\` here: the sandbox needs it for modules; choose another name`
      return { diagnostics: [diagnosticAt(path, source, { line: reserved.line }, why)] }
    }
    const dynamicImports = dynamicImportsOf(tree, stripped)
    return { path, source, code: prepare(tree, stripped), dynamicImports, ...readModule(tree) }
  } catch (error) {
    return { diagnostics: [syntaxDiagnostic(path, source, stripped, error, 0)] }
  }
}

/** Both parsers throw errors with `loc` and end their message in `(line:column)`; Sucrase counts columns from 1. */
const syntaxDiagnostic = (path: string, source: string, parsed: string, error: unknown, base: 0 | 1): Diagnostic => {
  if (!(error instanceof Error)) throw error
  const found = 'loc' in error && isLocation(error.loc) ? error.loc : { line: 1, column: base }
  const loc = { line: found.line, column: found.column - base }
  if (isTooDeep(error)) {
    return diagnosticAt(path, source, { line: 1 }, 'could not read this file: its brackets are nested too deeply')
  }
  const words = error.message.replace(/^Error transforming [^:]*: /, '').replace(/\s*\(\d+:\d+\)$/, '')
  const before = (text: string) => (text.split('\n')[loc.line - 1] ?? '').slice(0, loc.column)
  const column = before(source) === before(parsed) ? loc.column + 1 : undefined
  return diagnosticAt(path, source, { line: loc.line, column }, `Syntax error: ${words}`)
}

/** The stack ran out: a RangeError, in Firefox an InternalError. */
const isTooDeep = (error: Error): boolean => error instanceof RangeError || error.name === 'InternalError'

const isLocation = (value: unknown): value is { line: number; column: number } =>
  typeof value === 'object' && value !== null && 'line' in value && 'column' in value

const readModule = (tree: ModuleTree): Pick<ParsedFile, 'imports' | 'exports' | 'hoisted'> => {
  const imports: ImportedModule[] = []
  const exports = new Map<string, string | null>()
  const functions = new Set<string>()
  for (const node of tree.body) {
    const imported = importOf(node)
    if (imported) imports.push(imported)
    for (const { exported, local } of exportsOf(node)) exports.set(exported, local)
    const declared =
      node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration' ? node.declaration : node
    if (declared?.type === 'FunctionDeclaration' && declared.id) functions.add(declared.id.name)
  }
  const hoisted: Record<string, string> = {}
  for (const [exported, local] of exports) if (local !== null && functions.has(local)) hoisted[exported] = local
  return { imports, exports: [...exports.keys()], hoisted }
}

const nameOf = (node: { type: string; name?: string; value?: unknown }): string => node.name ?? String(node.value)

const importOf = (node: Node): ImportedModule | null => {
  if (
    node.type !== 'ImportDeclaration' &&
    node.type !== 'ExportAllDeclaration' &&
    node.type !== 'ExportNamedDeclaration'
  )
    return null
  if (!node.source) return null
  const names: ImportedName[] = []
  if (node.type !== 'ExportAllDeclaration') {
    for (const specifier of node.specifiers) {
      const line = specifier.loc?.start.line ?? 1
      if (specifier.type === 'ImportSpecifier') names.push({ name: nameOf(specifier.imported), line })
      else if (specifier.type === 'ImportDefaultSpecifier') names.push({ name: 'default', line })
      else if (specifier.type === 'ExportSpecifier') names.push({ name: nameOf(specifier.local), line })
    }
  }
  const reexportsAll = node.type === 'ExportAllDeclaration' && !node.exported
  return { specifier: String(node.source.value), line: node.loc?.start.line ?? 1, names, reexportsAll }
}

const exportsOf = (node: Node): { exported: string; local: string | null }[] => {
  if (node.type === 'ExportDefaultDeclaration') {
    const local = node.declaration.type === 'FunctionDeclaration' ? (node.declaration.id?.name ?? null) : null
    return [{ exported: 'default', local }]
  }
  if (node.type === 'ExportAllDeclaration')
    return node.exported ? [{ exported: nameOf(node.exported), local: null }] : []
  if (node.type !== 'ExportNamedDeclaration') return []
  const declared = node.declaration
    ? declaredNames(node.declaration).map(({ name }) => ({ exported: name, local: name }))
    : []
  const listed = node.specifiers.map(specifier => ({
    exported: nameOf(specifier.exported),
    local: node.source ? null : nameOf(specifier.local),
  }))
  return [...declared, ...listed]
}

/** Names that a statement declares at the top level of the module. */
const declaredNames = (statement: Statement | ModuleDeclaration): ImportedName[] => {
  const node = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
  const line = node.loc?.start.line ?? 1
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration')
    return node.id ? [{ name: node.id.name, line }] : []
  if (node.type === 'ImportDeclaration') return node.specifiers.map(({ local }) => ({ name: local.name, line }))
  if (node.type !== 'VariableDeclaration') return []
  return node.declarations.flatMap(({ id }) => patternNames(id).map(name => ({ name, line })))
}

type Pattern = Extract<Node, { type: 'VariableDeclaration' }>['declarations'][number]['id']

const patternNames = (pattern: Pattern): string[] => {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap(part => patternNames(part.type === 'RestElement' ? part.argument : part.value))
    case 'ArrayPattern':
      return pattern.elements.flatMap(part => (part ? patternNames(part) : []))
    case 'AssignmentPattern':
      return patternNames(pattern.left)
    case 'RestElement':
      return patternNames(pattern.argument)
    default:
      return []
  }
}
