/**
 * Mistakes in what is done at all: branches, statements, what is waited for.
 * @module
 */

import type { AnyNode, Expression } from 'acorn'
import { type Operator, replace } from './operator.ts'

const conditionOf = (node: AnyNode): Expression | null =>
  node.type === 'IfStatement' || node.type === 'ConditionalExpression' ? node.test : null

/** A loop that never ends would only be found by its time limit, so that loops are left out, not made endless. */
const loopConditionOf = (node: AnyNode): Expression | null =>
  node.type === 'WhileStatement' || node.type === 'ForStatement' ? (node.test ?? null) : null

const branchRemoved: Operator = {
  name: 'branch removed',
  edits({ node }) {
    const condition = conditionOf(node)
    if (condition) return ['true', 'false'].map(text => replace(condition, text))
    const loopCondition = loopConditionOf(node)
    return loopCondition ? [replace(loopCondition, 'false')] : []
  },
}

/** `a && b`, `a || b` and `a ?? b`, reduced to one side. */
const sideRemoved: Operator = {
  name: 'side removed',
  edits: ({ node, code }) =>
    node.type === 'LogicalExpression'
      ? [node.left, node.right].map(({ start, end }) => replace(node, `(${code.slice(start, end)})`))
      : [],
}

const statementRemoved: Operator = {
  name: 'statement removed',
  edits({ node }) {
    // 'use strict' and its like do nothing here.
    if (node.type !== 'ExpressionStatement' || node.directive !== undefined) return []
    // The semicolon keeps the place of the body that a branch has to have.
    return [replace(node, ';')]
  },
}

const awaitRemoved: Operator = {
  name: 'await removed',
  edits: ({ node }) =>
    node.type === 'AwaitExpression' ? [replace({ start: node.start, end: node.argument.start }, '')] : [],
}

export const flow: readonly Operator[] = [branchRemoved, sideRemoved, statementRemoved, awaitRemoved]
