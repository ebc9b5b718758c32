/**
 * What the pipeline asks of its trusted worker, which compiles and judges.
 * @module
 */

import type { Check } from '../check/check.ts'
import type { CheckTranscript, Result } from '../check/result.ts'
import type { Compilation, SourceFiles } from '../compile/program.ts'

export type TrustedRequest =
  | { readonly type: 'compile'; readonly files: SourceFiles }
  | { readonly type: 'judge'; readonly check: Check; readonly transcript: CheckTranscript }

export type TrustedReply =
  /** Once, when its script is loaded: what was asked meanwhile is looked at from now on. */
  | { readonly type: 'ready' }
  | { readonly type: 'compiled'; readonly compilation: Compilation }
  | { readonly type: 'judged'; readonly result: Result }
  /** The check itself is wrong, and the message says how. */
  | { readonly type: 'wrong-check'; readonly message: string }
  /** Our fault: the worker threw. */
  | { readonly type: 'failed'; readonly message: string }
