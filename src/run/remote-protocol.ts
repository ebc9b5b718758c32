/**
 * What the page's thread and its pipeline worker say to each other.
 * @module
 */

import type { SourceFiles } from '../compile/program.ts'
import type { Exchange, HttpRequest } from '../http/http.ts'
import type { SandboxErrorCode } from '../sandbox/sandbox.ts'
import type { Job, Progress } from './run.ts'
import type { Verdict } from './verdict.ts'

export type ToPipeline =
  /** An exercise is being opened: get the engine ready. */
  | { readonly type: 'prepare' }
  /** A run that is not aside is of the files on the page: an app of other files is not kept for further requests. */
  | { readonly type: 'run'; readonly id: number; readonly job: Job; readonly aside: boolean }
  | { readonly type: 'send'; readonly id: number; readonly files: SourceFiles; readonly request: HttpRequest }
  | { readonly type: 'cancel'; readonly id: number }
  /** The answer to `open-engine`. */
  | { readonly type: 'engine'; readonly port: MessagePort }
  | { readonly type: 'no-engine'; readonly code: SandboxErrorCode; readonly message: string }

export type FromPipeline =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'verdict'; readonly id: number; readonly verdict: Verdict }
  | { readonly type: 'exchange'; readonly id: number; readonly exchange: Exchange }
  | { readonly type: 'failed'; readonly id: number; readonly code: SandboxErrorCode; readonly message: string }
  /** Only the page's thread has a document to open a frame in. */
  | { readonly type: 'open-engine' }
  | { readonly type: 'close-engine' }
