/**
 * The mutants of a file: its program with one small mistake each, as a person might make it.
 *
 * The set of mistakes is what is usual in mutation testing (https://stryker-mutator.io/docs/mutation-testing-elements/supported-mutators),
 * as far as it tells something of a server, with statuses as a kind of their own. None is left out by chance, and the
 * order is that of the text, so that two runs have the same.
 * @module
 */

import { type AnyNode, parse } from 'acorn'
import { transform } from 'sucrase'
import { calculation } from './operators/calculation.ts'
import { flow } from './operators/flow.ts'
import type { Edit, Operator, Place } from './operators/operator.ts'
import { values } from './operators/values.ts'

export interface Mutant {
  /** Path below `solution/`. */
  readonly path: string
  /** What was done: `comparison turned`. */
  readonly operator: string
  /** Counted from 1: where in the source file the changed text begins. */
  readonly line: number
  /** That line, without types and indentation; ` …` at its end when more lines are changed. */
  readonly before: string
  /** What it became. */
  readonly after: string
  /** The whole file, in JavaScript. */
  readonly code: string
}

const OPERATORS: readonly Operator[] = [...flow, ...calculation, ...values]

/** TypeScript → JavaScript on the same lines; of what it does, only its types are gone. */
export const withoutTypes = (source: string): string =>
  transform(source, { transforms: ['typescript'], disableESTransforms: true }).code

/** @throws {Error} when the file does not compile */
export const mutantsOf = (path: string, source: string): readonly Mutant[] => {
  const code = withoutTypes(source)
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
  const found = [...nodesOf(tree, null)].flatMap(({ node, parent }) =>
    OPERATORS.flatMap(({ name, edits }) => edits({ node, parent, code }).map(edit => ({ edit, operator: name }))),
  )
  // Two operators can come to the same: the condition of `if (true)` is a constant as well.
  const seen = new Set([code])
  return found
    .sort((a, b) => a.edit.start - b.edit.start || b.edit.end - a.edit.end)
    .map(({ edit, operator }) => ({ path, operator, ...showEdit(code, edit), code: apply(code, edit) }))
    .filter(mutant => !seen.has(mutant.code) && seen.add(mutant.code))
}

const apply = (code: string, { start, end, text }: Edit): string => code.slice(0, start) + text + code.slice(end)

const showEdit = (code: string, { start, end, text }: Edit): Pick<Mutant, 'line' | 'before' | 'after'> => {
  const lineStart = code.lastIndexOf('\n', start - 1) + 1
  const lineEnd = (from: number): number => {
    const at = code.indexOf('\n', from)
    return at === -1 ? code.length : at
  }
  const isLonger = lineEnd(start) < end
  const first = code.slice(lineStart, lineEnd(start))
  const [inserted = '', ...more] = text.split('\n')
  const changed = code.slice(lineStart, start) + inserted + (more.length > 0 ? ' …' : code.slice(end, lineEnd(end)))
  return {
    line: code.slice(0, start).split('\n').length,
    before: onOneLine(isLonger ? `${first} …` : first),
    after: onOneLine(changed),
  }
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

function* nodesOf(node: AnyNode, parent: AnyNode | null): Generator<Omit<Place, 'code'>> {
  yield { node, parent }
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child, node)
}
