/**
 * Mistakes in what is written down: statuses, fields, constants.
 * @module
 */

import type { AnyNode, Literal } from 'acorn'
import { type Operator, type Place, replace, tokenBetween } from './operator.ts'

/** What strings are changed to that nobody would write. */
const OTHER_TEXT = "'mutant'"

/** Statuses that a server chooses; those below 200 are the business of the protocol. */
const isStatus = (value: number): boolean => Number.isInteger(value) && value >= 200 && value <= 599

/** The commonest status of the same kind; for that one itself, the next. */
const otherStatus = (status: number): number => {
  const [common, next] = (
    [
      [200, 201],
      [302, 307],
      [400, 404],
      [500, 503],
    ] as const
  )[Math.floor(status / 100) - 2] ?? [200, 201]
  return status === common ? next : common
}

const isKey = (node: AnyNode, parent: AnyNode): boolean =>
  (parent.type === 'Property' || parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') &&
  parent.key === node &&
  !parent.computed

/** Where a string names another module, it is not the program's own. */
const namesModule = (parent: AnyNode): boolean =>
  parent.type === 'ImportDeclaration' ||
  parent.type === 'ImportExpression' ||
  parent.type === 'ImportSpecifier' ||
  parent.type === 'ExportSpecifier' ||
  parent.type === 'ExportNamedDeclaration' ||
  parent.type === 'ExportAllDeclaration'

const isDirective = (parent: AnyNode): boolean =>
  parent.type === 'ExpressionStatement' && parent.directive !== undefined

/** The name of a test, which is for people: `it('adds', …)`, in an exercise that asks for tests. */
const namesTest = ({ node, parent }: Place): boolean =>
  parent?.type === 'CallExpression' &&
  parent.arguments[0] === node &&
  parent.callee.type === 'Identifier' &&
  ['it', 'test', 'describe'].includes(parent.callee.name)

/** A literal that stands for a value. A key is left alone: dropping the field is the same mistake. */
const literalOf = ({ node, parent }: Place): Literal | null => {
  if (node.type !== 'Literal' || !parent) return null
  return isKey(node, parent) || namesModule(parent) || isDirective(parent) ? null : node
}

const statusChanged: Operator = {
  name: 'status changed',
  edits(place) {
    const literal = literalOf(place)
    return typeof literal?.value === 'number' && isStatus(literal.value)
      ? [replace(literal, String(otherStatus(literal.value)))]
      : []
  },
}

const fieldDropped: Operator = {
  name: 'field dropped',
  edits({ node, code }) {
    if (node.type !== 'ObjectExpression') return []
    return node.properties.map(({ start, end }, index) => {
      const next = node.properties[index + 1]?.start ?? node.end
      const comma = tokenBetween(code, end, next, ',')
      return replace({ start, end: comma === null ? end : comma + 1 }, '')
    })
  },
}

const numberChanged: Operator = {
  name: 'number changed',
  edits(place) {
    const literal = literalOf(place)
    if (typeof literal?.value !== 'number' || isStatus(literal.value)) return []
    // In brackets: `x -1` would be one token with the minus before it.
    return [literal.value + 1, literal.value - 1].map(value => replace(literal, value < 0 ? `(${value})` : `${value}`))
  },
}

const stringChanged: Operator = {
  name: 'string changed',
  edits(place) {
    const { node, parent } = place
    if (namesTest(place)) return []
    if (node.type === 'TemplateLiteral')
      return parent?.type === 'TaggedTemplateExpression' || node.quasis.every(({ value }) => value.raw === '')
        ? []
        : ["''", OTHER_TEXT].map(text => replace(node, text))
    const literal = literalOf(place)
    if (typeof literal?.value !== 'string') return []
    return (literal.value === '' ? [OTHER_TEXT] : ["''", OTHER_TEXT]).map(text => replace(literal, text))
  },
}

const booleanChanged: Operator = {
  name: 'boolean changed',
  edits(place) {
    const literal = literalOf(place)
    return typeof literal?.value === 'boolean' ? [replace(literal, String(!literal.value))] : []
  },
}

const anchorDropped: Operator = {
  name: 'anchor dropped',
  edits(place) {
    const literal = literalOf(place)
    const pattern = literal?.regex?.pattern
    if (!literal || pattern === undefined) return []
    const first = literal.start + 1
    const last = literal.start + pattern.length
    return [
      ...(pattern.startsWith('^') ? [replace({ start: first, end: first + 1 }, '')] : []),
      // After an odd number of backslashes it is a dollar sign.
      ...(/(?<!\\)(?:\\\\)*\$$/.test(pattern) ? [replace({ start: last, end: last + 1 }, '')] : []),
    ]
  },
}

export const values: readonly Operator[] = [
  statusChanged,
  fieldDropped,
  numberChanged,
  stringChanged,
  booleanChanged,
  anchorDropped,
]
