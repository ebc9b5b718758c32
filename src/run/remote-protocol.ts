/**
 * What the page's thread and its pipeline worker say to each other.
 * @module
 */

import type { Compilation, SourceFiles } from '../compile/program.ts'
import type { Exchange, HttpRequest } from '../http/http.ts'
import type { SandboxErrorCode } from '../sandbox/sandbox.ts'
import type { Job, Progress } from './run.ts'
import type { Verdict } from './verdict.ts'

/** The engines that a page has. */
export type PageEngine = 'embedded' | 'webcontainer'

export type ToPipeline =
  /** An exercise is being opened: get the engine ready. */
  | { readonly type: 'prepare' }
  /** Programs will import these packages: begin to fetch them. */
  | { readonly type: 'expect'; readonly packages: readonly string[] }
  /** A run that is not aside is of the files on the page: an app of other files is not kept for further requests. */
  | {
      readonly type: 'run'
      readonly id: number
      readonly engine: PageEngine
      readonly job: Job
      readonly aside: boolean
    }
  | {
      readonly type: 'send'
      readonly id: number
      readonly engine: PageEngine
      readonly files: SourceFiles
      readonly request: HttpRequest
    }
  /** Get the WebContainer ready, and see whether it answers rightly. */
  | { readonly type: 'boot-container'; readonly id: number }
  /** The program as the WebContainer is given it. */
  | { readonly type: 'compile'; readonly id: number; readonly files: SourceFiles }
  | { readonly type: 'cancel'; readonly id: number }
  /** The answer to `open-engine`. */
  | { readonly type: 'engine'; readonly port: MessagePort }
  | { readonly type: 'no-engine'; readonly code: SandboxErrorCode; readonly message: string }
  /** The answer to `open-container`. */
  | { readonly type: 'container'; readonly port: MessagePort }
  | { readonly type: 'no-container'; readonly code: SandboxErrorCode; readonly message: string }

export type FromPipeline =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'verdict'; readonly id: number; readonly verdict: Verdict }
  | { readonly type: 'exchange'; readonly id: number; readonly exchange: Exchange }
  | { readonly type: 'container-stage'; readonly id: number; readonly stage: 'spawning' | 'checking' }
  | { readonly type: 'container-ready'; readonly id: number; readonly ready: ContainerReady }
  | { readonly type: 'compiled'; readonly id: number; readonly compilation: Compilation }
  | { readonly type: 'failed'; readonly id: number; readonly code: SandboxErrorCode; readonly message: string }
  /** Only the page's thread has a document to open a frame in. */
  | { readonly type: 'open-engine' }
  | { readonly type: 'close-engine' }
  | { readonly type: 'open-container' }

export interface ContainerReady {
  /** The version of Node: `22.22.3`. */
  readonly node: string
  /** What it answered wrongly, as the reason in a sentence; null when it may be used. */
  readonly fault: string | null
}
