/**
 * A case of the conformance suite: a small program and what is asked of it, answered by every engine alike. The cases
 * themselves are in tests/conformance/.
 * @module
 */

import type { Check, Generator, Step } from '../../check/check.ts'
import type { Outcome } from '../../check/result.ts'
import type { SourceFiles } from '../../compile/program.ts'

/** Where an engine in a page cannot do, or should not copy, what real Node does. */
export interface Difference {
  /** Why it is so, for the readers of docs/conformance.md. */
  readonly reason: string
  /** What the embedded engine answers instead. */
  readonly embedded: string
}

export interface Case {
  readonly area: string
  /** What holds, as one line. Unique in its area. */
  readonly name: string
  /** A file or folder of tests/conformance/programs/ without its ending: `cookies`, `modules/cycle`. */
  readonly program: string
  readonly steps: readonly Step[]
  readonly env?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, Generator>>
  /** What comes of the check in real Node; `passed` when not given. */
  readonly outcome?: Outcome
  /** Texts that are never the same twice (a duration, a random id), as regular expressions: both engines' become `…`. */
  readonly mask?: readonly string[]
  /** Headers that are compared here, though servers add them by themselves. */
  readonly own?: readonly ('content-length' | 'date' | 'connection' | 'transfer-encoding')[]
  /** Part of the short list that is run in every browser. */
  readonly smoke?: true
  /** The engines' answers are not equal, and this is why. In the tests, a case whose answers are equal after all fails. */
  readonly difference?: Difference
}

export interface Area {
  readonly id: string
  /** As it stands in the table. */
  readonly title: string
  readonly cases: readonly Case[]
}

/** All cases and what they are put to, as plain data. */
export interface Suite {
  readonly areas: readonly Area[]
  /** The files of every program, by its name. */
  readonly programs: Readonly<Record<string, SourceFiles>>
}

/** Lower-case words joined by hyphens. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export const idOf = ({ area, name }: Pick<Case, 'area' | 'name'>): string => `${area}-${slug(name)}`

export const checkOf = (one: Case): Check => ({
  id: idOf(one),
  title: one.name,
  why: one.name,
  steps: one.steps,
  ...(one.env && { env: one.env }),
  ...(one.values && { values: one.values }),
})
