/**
 * Mistakes in what is worked out: comparisons, arithmetic, negation.
 * @module
 */

import { type Edit, type Operator, type Place, replace, tokenBetween } from './operator.ts'

const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '==': ['!='],
  '!=': ['=='],
  '===': ['!=='],
  '!==': ['==='],
}

const ARITHMETIC: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
  '%=': ['*='],
}

/** The operator between two operands, replaced by others. */
const turn = (table: Readonly<Record<string, readonly string[]>>, { node, code }: Place): readonly Edit[] => {
  if (node.type !== 'BinaryExpression' && node.type !== 'AssignmentExpression') return []
  const { left, right, operator } = node
  const start = tokenBetween(code, left.end, right.start, operator)
  if (start === null) return []
  return (table[operator] ?? []).map(text => replace({ start, end: start + operator.length }, text))
}

const comparisonTurned: Operator = { name: 'comparison turned', edits: place => turn(COMPARISONS, place) }

const arithmeticTurned: Operator = {
  name: 'arithmetic turned',
  edits(place) {
    const { node, code } = place
    if (node.type !== 'UpdateExpression') return turn(ARITHMETIC, place)
    const { argument, prefix, operator } = node
    const variable = code.slice(argument.start, argument.end)
    const turned = operator === '++' ? '--' : '++'
    return [replace(node, prefix ? `${turned}${variable}` : `${variable}${turned}`)]
  },
}

const negationRemoved: Operator = {
  name: 'negation removed',
  edits({ node }) {
    const isNegation = node.type === 'UnaryExpression' && (node.operator === '!' || node.operator === '-')
    return isNegation ? [replace({ start: node.start, end: node.argument.start }, '')] : []
  },
}

export const calculation: readonly Operator[] = [comparisonTurned, arithmeticTurned, negationRemoved]
