/**
 * What is open: the exercise, the learner's source files, the last run and what it ran on. Stored facts only; what
 * can be derived is a selector (selectors.ts), what the person does is an action (create.ts).
 * @module
 */

import type { SourceFiles } from '../compile/program.ts'
import type { Exercise } from '../exercise/exercise.ts'
import type { Exchange, HttpRequest } from '../http/http.ts'
import type { Progress } from '../run/run.ts'
import type { Verdict } from '../run/verdict.ts'
import type { Confirmation } from './engines-state.ts'

/** The run that is going on, or how the last one ended when it did not end in a verdict. */
export type RunState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly progress: Progress }
  /** Our fault: the sandbox failed. `message` is a whole sentence with what to do. */
  | { readonly phase: 'sandbox-failed'; readonly message: string }

/**
 * Whether code runs as it is typed.
 * - `on`: every edit runs
 * - `link`: somebody else's code is shown; nothing runs until the reader says "Run"
 * - `crash`: the tab died during the last run of this exercise; nothing runs until the person says "Run"
 */
export type LiveRunning = 'on' | 'link' | 'crash'

/** Whether the draft is kept. `unavailable` carries a sentence that says why not. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unavailable'; readonly why: string }

/** The request line's last request: what was sent, to which files, and what came. */
export interface TriedRequest {
  readonly request: HttpRequest
  readonly sentTo: SourceFiles
  /** Null while it is under way. */
  readonly exchange: Exchange | null
  /** Our fault, as a sentence; then there is no exchange. */
  readonly problem: string | null
}

export interface WorkspaceState {
  readonly exercise: Exercise
  /** The learner's; what the exercise gives beside them is in `exercise.given`. */
  readonly files: SourceFiles
  /** Of one of these, or of a given one. */
  readonly activePath: string
  readonly run: RunState
  /** The last verdict, and the files it is about: it is stale when those are not `files`. */
  readonly verdict: Verdict | null
  readonly ranOn: SourceFiles | null
  /** What the WebContainer says of the verdict. */
  readonly confirmation: Confirmation
  readonly live: LiveRunning
  /** Why the share link that was opened could not be used, as a sentence; null when there is nothing to say. */
  readonly linkProblem: string | null
  /** What "Reset" (or opening a link) put aside; null when there is nothing to bring back. */
  readonly setAside: SourceFiles | null
  readonly saving: Saving
  readonly tried: TriedRequest | null
  /** What generated values are made from; the same for as long as the page is open, unless the person asks for others. */
  readonly seed: number
  /** Why the address's seed could not be used, as a sentence; null when there is nothing to say. */
  readonly seedProblem: string | null
}
