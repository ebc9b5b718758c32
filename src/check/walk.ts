/**
 * Ways through a check: its expectations and what they look at.
 * @module
 */

import type { Advice, Check, Save, Step } from './check.ts'
import type { Expectation, Subject } from './expectation.ts'

/** What a part of a step expects: the step itself, or one of the requests of a parallel step. */
export interface Part {
  readonly expect: readonly Expectation[]
  readonly advice?: readonly Advice[]
  readonly save?: Save
}

/** The requests of a parallel step first, in their order, then the step itself; none for a step that expects nothing. */
export const partsOf = (step: Step): readonly Part[] => {
  if (step.kind === 'socket-send' || step.kind === 'wait') return []
  return step.kind === 'parallel' ? [...step.sends, step] : [step]
}

/** Every subject of a part, a token's own among them. */
export const subjectsOf = ({ expect, advice = [], save = {} }: Part): readonly Subject[] =>
  [...[...expect, ...advice.flatMap(({ when }) => when)].map(({ subject }) => subject), ...Object.values(save)].flatMap(
    withTokens,
  )

const withTokens = (subject: Subject): readonly Subject[] =>
  subject.kind === 'jwt' ? [subject, ...withTokens(subject.token)] : [subject]

export const subjectsOfCheck = ({ steps }: Check): readonly Subject[] => steps.flatMap(partsOf).flatMap(subjectsOf)
