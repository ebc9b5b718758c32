/**
 * Everything that crosses a boundary of the embedded engine. The page talks to the supervisor, a trusted worker in the
 * sandboxed frame; the supervisor talks to realms, the workers in which programs run. What a realm says is checked
 * (supervisor/parse-realm-message.ts), because a program may say anything in its name.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import type { AppFailure, Exchange, HeaderList, HttpRequest, LogLine, SocketData } from '../../http/http.ts'
import type { Limits } from '../limits.ts'
import type { Env, Heard, SandboxErrorCode, SendOptions, Settled, Started, Together } from '../sandbox.ts'

/** The engine's scripts as text: nothing in the frame is loaded by URL. */
export interface EngineScripts {
  /** An ES module whose default export starts the frame. */
  readonly frame: string
  /** Classic worker scripts. */
  readonly supervisor: string
  readonly realm: string
  /** The bundle of packages that every realm has from its start: an ES module, as all bundles (realm/packages.ts). */
  readonly packages: string
}

/** A further bundle of packages: an ES module (realm/packages.ts), and the bytes of the WebAssembly that it runs. */
export interface PackageBundle {
  readonly script: string
  readonly wasm: ArrayBuffer | null
}

/** A bundle as a realm gets it. */
export interface RealmBundle {
  /** Of its script. */
  readonly url: string
  readonly wasm: ArrayBuffer | null
}

/** The first message to the frame, with the page's port to the supervisor. */
export interface FrameStart {
  readonly rendition: 'start'
  readonly frame: string
  readonly supervisor: string
}

/** What the page asks of an app, each with the type of its reply. A socket's number is the page's own, from 1. */
export interface Replies {
  readonly fresh: Started
  readonly send: Exchange
  readonly together: Together
  readonly connect: Connecting
  readonly tell: Heard
  readonly receive: Heard
  readonly close: Heard
  readonly settle: Settled
}

/** The handshake and whether the socket is open now. */
export interface Connecting {
  readonly exchange: Exchange
  readonly open: boolean
}

/** What is asked, without the numbers of the app and of the call. */
export type Asked =
  | { readonly type: 'fresh'; readonly env: Env }
  | ({ readonly type: 'send'; readonly request: HttpRequest } & SendOptions)
  | { readonly type: 'together'; readonly requests: readonly HttpRequest[]; readonly timeLimit: number }
  | {
      readonly type: 'connect'
      readonly socket: number
      readonly request: HttpRequest
      readonly protocols: readonly string[]
      readonly timeLimit: number
    }
  | { readonly type: 'tell'; readonly socket: number; readonly data: SocketData }
  | { readonly type: 'receive'; readonly socket: number; readonly timeLimit: number }
  | {
      readonly type: 'close'
      readonly socket: number
      readonly code: number
      readonly reason: string
      readonly timeLimit: number
    }
  | { readonly type: 'settle' }

/** Travels in lists, as does what comes back: a crossing costs more than most requests. */
export type ToSupervisor =
  | { readonly type: 'boot'; readonly scripts: Pick<EngineScripts, 'realm' | 'packages'>; readonly limits: Limits }
  /** A further bundle of packages, before the first program that needs it. */
  | { readonly type: 'bundle'; readonly name: string; readonly bundle: PackageBundle }
  | { readonly type: 'start'; readonly app: number; readonly program: Program; readonly bundles: readonly string[] }
  | { readonly type: 'call'; readonly app: number; readonly call: number; readonly asked: Asked }
  | { readonly type: 'stop'; readonly app: number }

export type Reply = Replies[keyof Replies]

export type FromSupervisor =
  | { readonly type: 'booted' }
  | { readonly type: 'boot-failed'; readonly why: string }
  | { readonly type: 'replied'; readonly call: number; readonly reply: Reply }
  | { readonly type: 'failed'; readonly call: number; readonly code: SandboxErrorCode; readonly message: string }

/** The first message to a realm, with its port to the supervisor and its port to the frame's crypto. */
export interface RealmBoot {
  /** In an order in which each needs only those before it. */
  readonly packages: readonly RealmBundle[]
  readonly limits: Pick<Limits, 'body' | 'chunks' | 'logLines' | 'logSize' | 'sockets' | 'socketMessages'>
  /** Whether there is time to get faster first: nobody waits for a spare realm. */
  readonly warmUp: boolean
}

export interface RealmRequest {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body: ArrayBuffer | null
  /** Answered with 400 before the program is asked. */
  readonly refused: boolean
}

/** A message on a socket: a string is a text frame, bytes are a binary one. */
export type RealmSocketData = string | ArrayBuffer

/** A realm answers one after the other, in order. */
export type ToRealm =
  | { readonly type: 'load'; readonly id: number; readonly program: Program; readonly packages: readonly RealmBundle[] }
  | { readonly type: 'fresh'; readonly id: number; readonly env: Env }
  | {
      readonly type: 'send'
      readonly id: number
      readonly request: RealmRequest
      readonly abort: SendOptions['abort']
    }
  | {
      readonly type: 'together'
      readonly id: number
      readonly requests: readonly RealmRequest[]
      readonly timeLimit: number
    }
  | {
      readonly type: 'connect'
      readonly id: number
      readonly socket: number
      readonly request: RealmRequest
      readonly protocols: readonly string[]
    }
  | { readonly type: 'tell'; readonly id: number; readonly socket: number; readonly data: RealmSocketData }
  | { readonly type: 'receive'; readonly id: number; readonly socket: number; readonly timeLimit: number }
  | {
      readonly type: 'close'
      readonly id: number
      readonly socket: number
      readonly code: number
      readonly reason: string
    }
  | { readonly type: 'settle'; readonly id: number; readonly timeLimit: number }

export interface RealmResponse {
  readonly status: number
  readonly headers: HeaderList
  readonly body: ArrayBuffer
  readonly chunks: readonly { readonly at: number; readonly size: number }[]
  readonly complete: boolean
}

export interface RealmAnswer {
  readonly response: RealmResponse | null
  readonly failure: AppFailure | null
  /** From the request to the last byte. */
  readonly ms: number
}

export type RealmSocketEvent =
  | { readonly kind: 'message'; readonly data: RealmSocketData }
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string }

export type FromRealm =
  | { readonly type: 'ready' }
  | { readonly type: 'log'; readonly lines: readonly LogLine[] }
  /** `load`, `fresh` or `settle` is done. */
  | { readonly type: 'done'; readonly id: number; readonly failure: AppFailure | null }
  /** Done with `settle`, and the program left something that cannot be taken away: `fresh` needs another realm. */
  | { readonly type: 'spoiled'; readonly id: number }
  | { readonly type: 'answered'; readonly id: number; readonly answer: RealmAnswer }
  | {
      readonly type: 'answered-together'
      readonly id: number
      readonly answers: readonly RealmAnswer[]
      /** Numbers of the requests in the order in which they were answered. */
      readonly finished: readonly number[]
    }
  | { readonly type: 'connected'; readonly id: number; readonly answer: RealmAnswer; readonly open: boolean }
  | {
      readonly type: 'heard'
      readonly id: number
      readonly event: RealmSocketEvent | null
      readonly failure: AppFailure | null
    }
  /** An error that nobody caught ended the program, or it called `process.exit`. */
  | { readonly type: 'ended'; readonly failure: AppFailure }
