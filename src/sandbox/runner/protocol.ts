/**
 * What a sandbox and the runner in its process say to each other, as frames (../wire.ts). The runner does one thing
 * after the other, in order.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import type { AppFailure, Exchange, HttpRequest, LogLine, SocketData, SocketEvent } from '../../http/http.ts'
import type { Limits } from '../limits.ts'
import type { CloseOptions, ConnectOptions, Env, SendOptions } from '../sandbox.ts'

/** Name of the environment variable in which the runner finds its `RunnerOptions` as JSON. */
export const OPTIONS = 'RENDITION_RUNNER'

export interface RunnerOptions {
  /** Of all frames. */
  readonly nonce: string
  /** Id of the process that starts the runner; when it is gone, so is the runner. Null where it cannot outlive it. */
  readonly parent: number | null
  /**
   * A folder for messages that are too long for a line, ending in a slash, where there are such: a terminal may cut lines
   * and is slow. Null where a line may have any length.
   */
  readonly files: string | null
  readonly limits: RunnerLimits
}

export type RunnerLimits = Pick<
  Limits,
  'start' | 'request' | 'sockets' | 'socketMessages' | 'body' | 'chunks' | 'headers' | 'logLines' | 'logSize'
>

/** Sockets are numbered by the sandbox. */
export type Task =
  | { readonly type: 'load'; readonly program: Program }
  | { readonly type: 'fresh'; readonly env: Env }
  | { readonly type: 'send'; readonly request: HttpRequest; readonly options: SendOptions }
  | { readonly type: 'send-together'; readonly requests: readonly HttpRequest[]; readonly timeLimit: number }
  | {
      readonly type: 'connect'
      readonly socket: number
      readonly request: HttpRequest
      readonly options: ConnectOptions
    }
  | { readonly type: 'socket-send'; readonly socket: number; readonly data: SocketData }
  | { readonly type: 'socket-receive'; readonly socket: number; readonly timeLimit: number }
  | { readonly type: 'socket-close'; readonly socket: number; readonly options: CloseOptions }
  | { readonly type: 'settle' }

export type ToRunner = Task & { readonly id: number }

/** The sandbox knows the request, and keeps the log. */
export type Answer = Omit<Exchange, 'request' | 'log'>

export type Reply =
  /** To `load`, `fresh` and `settle`. */
  | { readonly type: 'done'; readonly failure: AppFailure | null }
  /** To `fresh`: what the evaluation before did to this process cannot be undone, and another one is needed. */
  | { readonly type: 'spoiled' }
  /** To `send`, and to `connect`, whose socket is open when the answer's status is 101. */
  | { readonly type: 'answered'; readonly answer: Answer }
  | {
      readonly type: 'answered-together'
      readonly answers: readonly Answer[]
      readonly finished: readonly number[]
    }
  /** To everything that is done with a socket. */
  | { readonly type: 'heard'; readonly event: SocketEvent | null; readonly failure: AppFailure | null }

export type FromRunner =
  /** @property node the version of Node: `22.22.3` */
  | { readonly type: 'ready'; readonly node: string }
  | { readonly type: 'log'; readonly lines: readonly LogLine[] }
  | (Reply & { readonly id: number })
  /** The program ended its process, or an error that nobody caught ended the program. */
  | { readonly type: 'ended'; readonly failure: AppFailure }
