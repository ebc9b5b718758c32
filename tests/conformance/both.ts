/**
 * Cases put to real Node and to another engine. Some are about which of two things comes first, and a machine that stands
 * still for 70 ms changes that: what comes to something else is put to both once more, and only twice is a difference.
 * @module
 */

import { isDeepStrictEqual } from 'node:util'
import { batchesOf, type Outcomes } from '../../src/selftest/conformance/batch.ts'
import { type Case, idOf } from '../../src/selftest/conformance/case.ts'
import { runInNode } from './node.ts'
import { filesOf } from './programs.ts'

export interface Both {
  readonly node: Outcomes
  readonly other: Outcomes
}

/** More than that is no matter of the machine. */
const few = 10

/**
 * @param run puts cases to the other engine
 * @param comparable what of an outcome is compared
 */
export const runInBoth = async (
  cases: readonly Case[],
  run: (cases: readonly Case[]) => Promise<Outcomes>,
  comparable: (outcome: unknown) => unknown = outcome => outcome,
): Promise<Both> => {
  const putToBoth = async (some: readonly Case[]): Promise<Both> => {
    const node = await runInNode(batchesOf(some, filesOf))
    // One after the other: side by side they would take time from each other.
    return { node, other: await run(some) }
  }
  const first = await putToBoth(cases)
  const isStray = (one: Case): boolean => {
    const answered = first.node.get(idOf(one))
    if (answered?.outcome !== (one.outcome ?? 'passed')) return true
    if (one.difference) return false
    return !isDeepStrictEqual(comparable(answered), comparable(first.other.get(idOf(one))))
  }
  const strays = cases.filter(isStray)
  if (strays.length === 0 || strays.length > few) return first
  const again = await putToBoth(strays)
  return {
    node: new Map([...first.node, ...again.node]),
    other: new Map([...first.other, ...again.other]),
  }
}
