/**
 * A file's code, without types, made ready to be turned into a function: lines stay, columns may move.
 * @module
 */

import type { Program as ModuleTree } from 'acorn'
import { importsIn } from './dynamic-imports.ts'

interface Edit {
  /** Where in the code, and how many characters of it go. */
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** `import(x)` → `$$import(x)`, which the sandbox answers. */
const importEdits = (tree: ModuleTree, code: string): readonly Edit[] =>
  importsIn(tree, code).map(({ start }) => ({ at: start, remove: 'import'.length, insert: '$$import' }))

/**
 * Sucrase turns `export const { a } = b` into `({ a: exports.a } = b)`. After a line without a semicolon that would be
 * the arguments of a call.
 */
const exportEdits = (tree: ModuleTree): readonly Edit[] =>
  tree.body.flatMap(node => {
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : null
    const isPattern = declared?.type === 'VariableDeclaration' && declared.declarations[0]?.id.type !== 'Identifier'
    return isPattern ? [{ at: node.start, remove: 0, insert: ';' }] : []
  })

/**
 * The types have to be gone: Sucrase takes a parameter of `async <T>(name: …) => …` for an import of the same name, and
 * of `async (name) => …` not.
 */
export const prepare = (tree: ModuleTree, code: string): string => {
  const edits = [...importEdits(tree, code), ...exportEdits(tree)].sort((a, b) => a.at - b.at)
  let prepared = ''
  let end = 0
  for (const { at, remove, insert } of edits) {
    prepared += code.slice(end, at) + insert
    end = at + remove
  }
  return prepared + code.slice(end)
}
