/**
 * Whether an engine came to what is known of a case: what is expected of real Node, and, where both engines answered,
 * that they answered the same. A listed difference that is none in this browser is no problem here; the
 * tests of the suite are stricter.
 * @module
 */

import { describeObservation } from '../../check/describe.ts'
import { type Case, idOf } from './case.ts'
import type { Outcome } from './normalise.ts'

/** `listed`: this engine differs from real Node here, and docs/conformance.md says so. */
export type Standing = 'as-expected' | 'not-as-expected' | 'listed' | 'not-run'

/** How one engine did in one case. */
export interface Side {
  readonly standing: Standing
  /** What is not as expected, whole sentences; empty otherwise. */
  readonly problems: readonly string[]
}

export interface JudgedCase {
  /** The case's id, which is unique. */
  readonly id: string
  readonly name: string
  readonly embedded: Side
  readonly webcontainer: Side
  /** What the engines answered, kept where it is needed to understand a problem; null otherwise. */
  readonly answers: Answers | null
}

/** What came of a case; null in an engine that was not asked, or gave no result. */
export interface Answers {
  readonly embedded: Outcome | null
  readonly webcontainer: Outcome | null
}

const NOT_RUN: Side = { standing: 'not-run', problems: [] }

/** What of an outcome real Node would not have come to. */
const strayings = (one: Case, { outcome, unmet }: Outcome): readonly string[] => {
  const expected = one.outcome ?? 'passed'
  const other = outcome === expected ? [] : [`The check should come to "${expected}", but came to "${outcome}".`]
  // In a case that is about a failing check, what is unmet is the point of it.
  const found = expected === 'failed' ? [] : unmet.map(each => describeObservation({ ...each, met: false }))
  return [...other, ...found]
}

const sideOf = (problems: readonly string[], listed: boolean): Side => {
  if (problems.length > 0) return { standing: 'not-as-expected', problems }
  return { standing: listed ? 'listed' : 'as-expected', problems }
}

/** Names of functions are left out: engines of JavaScript have names of their own for those that have none. */
const comparable = (outcome: Outcome): string =>
  JSON.stringify(outcome, (_, value: unknown) => {
    if (typeof value === 'string') return value.replace(/^(\s+at ).* \(([^()]+:\d+:\d+)\)$/gm, '$1$2')
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
  })

/** Whether two engines answered the same. */
export const sameAnswers = (one: Outcome, other: Outcome): boolean => comparable(one) === comparable(other)

const comparison = (one: Case, { embedded, webcontainer }: Answers): readonly string[] => {
  if (embedded === null || webcontainer === null) return []
  return one.difference || sameAnswers(embedded, webcontainer) ? [] : ['The two engines do not answer the same.']
}

export const judgeCase = (one: Case, answers: Answers): JudgedCase => {
  const { embedded, webcontainer } = answers
  const listed = one.difference !== undefined
  const compared = comparison(one, answers)
  const strayed = {
    // What it answers where it differs is not held to what Node answers.
    embedded: embedded && !listed ? strayings(one, embedded) : [],
    webcontainer: webcontainer ? strayings(one, webcontainer) : [],
  }
  /** That the answers differ is held against the side that strayed, and against both where neither or both did. */
  const problemsOf = (own: readonly string[], others: readonly string[]) =>
    own.length > 0 || others.length === 0 ? [...own, ...compared] : []
  const sides = {
    embedded: embedded ? sideOf(problemsOf(strayed.embedded, strayed.webcontainer), listed) : NOT_RUN,
    webcontainer: webcontainer ? sideOf(problemsOf(strayed.webcontainer, strayed.embedded), false) : NOT_RUN,
  }
  const isOdd = sides.embedded.problems.length + sides.webcontainer.problems.length > 0
  return { id: idOf(one), name: one.name, ...sides, answers: isOdd ? answers : null }
}
