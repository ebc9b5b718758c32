/**
 * The `import()`s of a file.
 * @module
 */

import type { ImportExpression, Node } from 'acorn'

export interface DynamicImport {
  readonly specifier: string
  readonly line: number
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const isImport = (node: Node): node is ImportExpression => node.type === 'ImportExpression'

/** Most files have none, and need not be searched. */
const mayImport = (code: string): boolean => /\bimport\s*\(/.test(code)

export const importsIn = (tree: Node, code: string): readonly ImportExpression[] => {
  const found: ImportExpression[] = []
  const visit = (node: Node): void => {
    if (isImport(node)) found.push(node)
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) for (const item of value) isNode(item) && visit(item)
      else if (isNode(value)) visit(value)
    }
  }
  if (mayImport(code)) visit(tree)
  return found
}

/** What the file's `import()`s name, where that is a plain string. */
export const dynamicImportsOf = (tree: Node, code: string): readonly DynamicImport[] =>
  importsIn(tree, code).flatMap(({ source, loc }) =>
    source.type === 'Literal' && typeof source.value === 'string'
      ? [{ specifier: source.value, line: loc?.start.line ?? 1 }]
      : [],
  )
