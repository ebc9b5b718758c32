/**
 * What a source file imports and holds, found by a parser and not by its looks.
 * @module
 */

import { posix } from 'node:path'
import { parseSync } from 'vite'
import type { Import } from './architecture-rules.ts'

interface SyntaxNode {
  readonly type: string
  readonly [key: string]: unknown
}

interface Source {
  readonly nodes: readonly SyntaxNode[]
  /** Texts of the comments, without their marks. */
  readonly comments: readonly string[]
}

/** @throws {Error} when the file cannot be parsed */
export function parse(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text)
  if (errors[0] !== undefined) throw new Error(`could not parse ${path}: because ${errors[0].message}`)
  return { nodes: [...nodesOf(program)], comments: comments.map(comment => comment.value) }
}

/** The imports of other files, by relative specifier; packages and virtual modules are left out. */
export function importsOf(path: string, { nodes }: Source): Import[] {
  return nodes.flatMap(node => {
    const specifier = specifierOf(node)
    if (specifier === null || !specifier.startsWith('.')) return []
    const [file = '', query] = specifier.split('?')
    const to = posix.join(posix.dirname(path), file)
    const erased = node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type'
    return [{ from: path, to, kind: query !== undefined ? 'asset' : erased ? 'type' : 'value' }]
  })
}

/** Types of nodes that name another module in `source`, by declaration, `import()` and `import('…').Type`. */
const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

function specifierOf(node: SyntaxNode): string | null {
  if (!importing.has(node.type)) return null
  const source = node.source
  return isNode(source) && typeof source.value === 'string' ? source.value : null
}

function* nodesOf(value: unknown): Generator<SyntaxNode> {
  if (typeof value !== 'object' || value === null) return
  if (isNode(value)) yield value
  for (const child of Object.values(value)) yield* nodesOf(child)
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
