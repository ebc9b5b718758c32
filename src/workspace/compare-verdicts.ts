/**
 * What the WebContainer's verdict says about the page's. Two verdicts can disagree; a WebContainer that fell over has
 * none, and that is nobody's fault who writes code here.
 * @module
 */

import type { Result } from '../check/result.ts'
import type { Verdict } from '../run/verdict.ts'
import type { Confirmation, Differing } from './engines-state.ts'

/** Kinds of failure that a kernel can bring about as well as a program. */
const MAY_BE_OURS: readonly string[] = ['timed-out', 'exited']

/** Whether the container may be the reason: it ran out of time, or lost the process, where the page did not. */
const isOurs = (theirs: Result, own: Result): boolean =>
  hadNoTime(own) ||
  hadNoTime(theirs) ||
  (theirs.failure !== null && own.failure?.kind !== theirs.failure.kind && MAY_BE_OURS.includes(theirs.failure.kind))

/** The time was up before it; the engines have different times for that. */
const hadNoTime = ({ notRun }: Result): boolean => notRun?.kind === 'run-limit' || notRun?.kind === 'start-timed-out'

/**
 * @param verdict of the engine of the page
 * @param other of the WebContainer, about the same files
 */
export const compareVerdicts = (verdict: Verdict, other: Verdict): Confirmation => {
  const theirs = new Map(other.results.map(result => [result.check, result]))
  const pairs = verdict.results.flatMap(own => {
    const their = theirs.get(own.check)
    return !their || their.outcome === own.outcome ? [] : [{ own, their }]
  })
  const differing = pairs.filter(({ own, their }) => !isOurs(their, own))
  if (differing.length > 0) return { kind: 'differs', checks: differing.map(differingOf) }
  const [first] = pairs
  if (!first) return { kind: 'confirmed' }
  const why = hadNoTime(first.own)
    ? `"${first.own.check}" was not run to its end in this page`
    : `the WebContainer did not finish "${first.own.check}" (${first.their.failure?.message ?? 'there was no time left'})`
  return { kind: 'unknown', why: `could not confirm it: because ${why}; it is tried again after the next edit` }
}

const differingOf = ({ own, their }: { readonly own: Result; readonly their: Result }): Differing => ({
  check: own.check,
  embedded: own.outcome,
  webcontainer: their.outcome,
})
