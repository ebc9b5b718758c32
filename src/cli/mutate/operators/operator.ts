/**
 * What an operator is: one kind of mistake, and where in a program it can be made.
 * @module
 */

import type { AnyNode } from 'acorn'

/** `[start, end)` of a file's text, replaced. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One node of a file's tree. */
export interface Place {
  readonly node: AnyNode
  /** Null for the tree itself. */
  readonly parent: AnyNode | null
  /** The file's text, which the positions of the nodes are in. */
  readonly code: string
}

export interface Operator {
  /** What was done, as it is told: `comparison turned`. */
  readonly name: string
  /** The mistakes that can be made at this very node; those below it are asked for on their own. */
  readonly edits: (place: Place) => readonly Edit[]
}

/** The node, replaced by something else. */
export const replace = ({ start, end }: { readonly start: number; readonly end: number }, text: string): Edit => ({
  start,
  end,
  text,
})

/**
 * Where a token begins between two nodes: there are only brackets, commas, comments and operators.
 * @returns null when it is not there
 */
export const tokenBetween = (code: string, from: number, to: number, token: string): number | null => {
  const between = code.slice(from, to).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, comment => ' '.repeat(comment.length))
  const index = between.indexOf(token)
  return index === -1 ? null : from + index
}
