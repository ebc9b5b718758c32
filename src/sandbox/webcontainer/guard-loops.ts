/**
 * Puts a guard into every loop of a program. In a WebContainer nothing from outside can end a process in an endless loop
 * (stackblitz/webcontainer-core#1121), so such a loop has to end it itself.
 * @module
 */

import { type AnyNode, type Node, parse } from 'acorn'
import type { Program } from '../../compile/program.ts'
import { GUARD } from '../runner/guard-name.ts'

interface Insertion {
  readonly at: number
  readonly text: string
}

/**
 * How many turns of loops are counted before the guard looks at the clock: rarely enough that loops stay fast, and often
 * enough for loops of which every turn takes milliseconds.
 */
const TURNS = 256

/** Most modules have none, and need not be parsed. */
const mayLoop = (code: string): boolean => /\b(?:for|while)\b/.test(code)

/** The same program with guards in its loops. Lines stay; columns move to the right on the lines of loops and the first. */
export const guardLoops = (program: Program): Program => ({
  ...program,
  modules: program.modules.map(module => ({ ...module, code: guardCode(module.code) })),
})

const guardCode = (code: string): string => {
  if (!mayLoop(code)) return code
  const [count, guard] = [freeName('$$n', code), freeName('$$guard', code)]
  const insertions = insertionsFor(code, `--${count}||${guard}();`)
  if (insertions.length === 0) return code
  let guarded = `let ${count}=${TURNS};const ${guard}=(guard=>()=>{${count}=${TURNS};guard?.()})(globalThis[Symbol.for('${GUARD}')]);`
  let end = 0
  for (const { at, text } of insertions) {
    guarded += code.slice(end, at) + text
    end = at
  }
  return guarded + code.slice(end)
}

/** A name that the code does not have, not even as a part of another. */
const freeName = (name: string, code: string): string => (code.includes(name) ? freeName(`${name}$`, code) : name)

/** In order of their places. Empty for code that cannot be parsed: whoever runs it will say what is wrong. */
const insertionsFor = (code: string, guard: string): readonly Insertion[] => {
  try {
    const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
    return loopBodies(tree)
      .flatMap(({ type, start, end }) =>
        type === 'BlockStatement'
          ? [{ at: start + 1, text: guard }]
          : // A body that is one statement becomes a block.
            [
              { at: start, text: `{${guard}` },
              { at: end, text: '}' },
            ],
      )
      .sort((a, b) => a.at - b.at)
  } catch {
    return []
  }
}

/** What loops do in every turn, first of all: where a `continue` leads is behind it. Without recursion: code may be deep. */
const loopBodies = (tree: Node): readonly Node[] => {
  const bodies: Node[] = []
  const nodes = [tree]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (isLoop(node)) bodies.push(node.body)
    for (const value of Object.values(node)) {
      // Most are places and names.
      if (typeof value !== 'object') continue
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) nodes.push(item)
      } else if (isNode(value)) nodes.push(value)
    }
  }
  return bodies
}

type Loop = Extract<AnyNode, { type: `${'For' | 'ForIn' | 'ForOf' | 'While' | 'DoWhile'}Statement` }>

const loops: ReadonlySet<string> = new Set<Loop['type']>([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
])

const isLoop = (node: Node): node is Loop => loops.has(node.type)

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
