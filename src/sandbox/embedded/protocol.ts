/**
 * Everything that crosses a boundary of the embedded engine. The page talks to the supervisor, a trusted worker in the
 * sandboxed frame; the supervisor talks to realms, the workers in which programs run. What a realm says is checked
 * (supervisor/parse-realm-message.ts), because a program may say anything in its name.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import type { AppFailure, Exchange, HeaderList, HttpRequest, LogLine } from '../../http/http.ts'
import type { Limits } from '../limits.ts'
import type { Env, SandboxErrorCode, Settled, Started } from '../sandbox.ts'

/** The engine's scripts as text: nothing in the frame is loaded by URL. */
export interface EngineScripts {
  /** An ES module whose default export starts the frame. */
  readonly frame: string
  /** Classic worker scripts. */
  readonly supervisor: string
  readonly realm: string
  /** Bundle name → an ES module whose export `modules` holds package exports by specifier. */
  readonly packages: Readonly<Record<string, string>>
}

/** The first message to the frame, with the page's port to the supervisor. */
export interface FrameStart {
  readonly rendition: 'start'
  readonly frame: string
  readonly supervisor: string
}

/** Travels in lists, as does what comes back: a crossing costs more than most requests. */
export type ToSupervisor =
  | { readonly type: 'boot'; readonly scripts: Pick<EngineScripts, 'realm' | 'packages'>; readonly limits: Limits }
  | { readonly type: 'start'; readonly app: number; readonly program: Program }
  | { readonly type: 'fresh'; readonly app: number; readonly call: number; readonly env: Env }
  | {
      readonly type: 'send'
      readonly app: number
      readonly call: number
      readonly request: HttpRequest
      readonly timeLimit: number
    }
  | { readonly type: 'settle'; readonly app: number; readonly call: number }
  | { readonly type: 'stop'; readonly app: number }

export type Reply = Started | Exchange | Settled

export type FromSupervisor =
  | { readonly type: 'booted' }
  | { readonly type: 'boot-failed'; readonly why: string }
  | { readonly type: 'replied'; readonly call: number; readonly reply: Reply }
  | { readonly type: 'failed'; readonly call: number; readonly code: SandboxErrorCode; readonly message: string }

/** The first message to a realm, with its port to the supervisor and its port to the frame's crypto. */
export interface RealmBoot {
  readonly packages: readonly string[]
  readonly limits: Pick<Limits, 'body' | 'chunks' | 'logLines' | 'logSize'>
  /** Whether there is time to get faster first: nobody waits for a spare realm. */
  readonly warmUp: boolean
}

/** A realm answers one after the other, in order. */
export type ToRealm =
  | { readonly type: 'load'; readonly id: number; readonly program: Program }
  | { readonly type: 'fresh'; readonly id: number; readonly env: Env }
  | {
      readonly type: 'send'
      readonly id: number
      readonly method: string
      readonly url: string
      readonly headers: HeaderList
      readonly body: ArrayBuffer | null
    }
  | { readonly type: 'settle'; readonly id: number; readonly timeLimit: number }

export interface RealmResponse {
  readonly status: number
  readonly headers: HeaderList
  readonly body: ArrayBuffer
  readonly chunks: readonly { readonly at: number; readonly size: number }[]
  readonly complete: boolean
}

export type FromRealm =
  | { readonly type: 'ready' }
  | { readonly type: 'log'; readonly lines: readonly LogLine[] }
  /** `load`, `fresh` or `settle` is done. */
  | { readonly type: 'done'; readonly id: number; readonly failure: AppFailure | null }
  | {
      readonly type: 'answered'
      readonly id: number
      readonly response: RealmResponse | null
      readonly failure: AppFailure | null
      /** From the request to the last byte. */
      readonly ms: number
    }
  /** The platform's `Request` cannot carry what was to be sent. */
  | { readonly type: 'refused'; readonly id: number; readonly why: string }
  /** An error that nobody caught ended the program. */
  | { readonly type: 'ended'; readonly failure: AppFailure }
