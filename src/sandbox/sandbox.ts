/**
 * Where a program runs. An engine knows nothing of exercises or checks: it starts a program and sends it requests.
 * What one engine lacks is not in this interface, and nothing of an engine is reachable beside it.
 * @module
 */

import type { Program } from '../compile/program.ts'
import type { AppFailure, Exchange, HttpRequest, LogLine, SocketData, SocketEvent } from '../http/http.ts'

export type EngineName = 'embedded' | 'webcontainer' | 'node'

/** Environment variables: name → value. */
export type Env = Readonly<Record<string, string>>

export interface Sandbox {
  readonly engine: EngineName
  /**
   * Gets ready to start programs; a second call waits for the first.
   * @throws {SandboxError} `unsupported` or `boot-failed`
   */
  boot(report: (stage: string) => void): Promise<void>
  /**
   * Puts a program into a realm that no other program shares. Nothing of it is evaluated before `fresh()`.
   * Aborting the signal ends the app at once; every pending call rejects with `aborted`.
   */
  start(program: Program, options: { readonly signal: AbortSignal }): Promise<App>
  dispose(): void
}

/**
 * The program's own doing comes back as data; the methods reject with a `SandboxError` only. Calls are performed in the
 * order in which they are made, so a caller need not wait for one before it makes the next. A console line belongs to
 * the call during which it is written.
 */
export interface App {
  /**
   * Evaluates every module anew, with the timers and globals of the evaluation before gone and its sockets closed. The
   * program finds `env` in `process.env` and as the second argument of `fetch`.
   */
  fresh(options: { readonly env: Env }): Promise<Started>
  /** Sends one request to the app evaluated last. After a failure, requests fail as well until the next `fresh()`. */
  send(request: HttpRequest, options: SendOptions): Promise<Exchange>
  /** Sends all requests at once. */
  sendTogether(requests: readonly HttpRequest[], options: { readonly timeLimit: number }): Promise<Together>
  /** Opens a WebSocket; a GET without the headers of the handshake, which the engine adds (RFC 6455 §4.1). */
  connect(request: HttpRequest, options: ConnectOptions): Promise<Connected>
  /**
   * Lets background work finish and calls the program's `stop()`. What happened since the last answer; of an app that is
   * gone, why it is.
   */
  settle(): Promise<Settled>
  stop(): Promise<void>
}

export interface SendOptions {
  /** From sending to the last byte, ms. */
  readonly timeLimit: number
  /** When the client goes away by itself, which is no failure: what came until then is the answer. Null: never. */
  readonly abort: { readonly chunks: number } | { readonly ms: number } | null
}

export interface Together {
  /** In the order of the requests; their logs are empty. */
  readonly exchanges: readonly Exchange[]
  /** Numbers of the requests, from 0, in the order in which their answers were complete. */
  readonly finished: readonly number[]
  readonly log: readonly LogLine[]
}

export interface ConnectOptions {
  readonly protocols: readonly string[]
  /** From asking to the answer, ms. */
  readonly timeLimit: number
}

export interface Connected {
  /** The handshake: its answer has status 101 when the socket is open, else it is the refusal. */
  readonly exchange: Exchange
  /** Null when the socket was refused. */
  readonly socket: Socket | null
}

/** The client's end of a WebSocket. */
export interface Socket {
  /** Hands a message over; resolves when the app had a turn to take it. */
  send(data: SocketData): Promise<Heard>
  /** Waits for the next thing the client hears, at most `timeLimit` ms: then the event is null. */
  receive(options: { readonly timeLimit: number }): Promise<Heard>
  /** Closes and waits for the app's close frame, at most `timeLimit` ms. Messages that come before it are dropped. */
  close(options: CloseOptions): Promise<Heard>
}

export interface CloseOptions {
  /** 1000, or 3000 to 4999 (RFC 6455 §7.4.2). */
  readonly code: number
  /** At most 123 bytes. */
  readonly reason: string
  readonly timeLimit: number
}

export interface Heard {
  /** Null after `send`, and when nothing was heard in time. */
  readonly event: SocketEvent | null
  /** The app broke meanwhile. */
  readonly failure: AppFailure | null
  readonly log: readonly LogLine[]
}

export interface Started {
  readonly failure: AppFailure | null
  /** Console lines written while the modules were loading. */
  readonly log: readonly LogLine[]
}

export interface Settled {
  readonly failure: AppFailure | null
  readonly log: readonly LogLine[]
}

/**
 * - `unsupported`: this browser lacks something the engine needs
 * - `boot-failed`, `start-failed`: the engine could not be made ready, or could not take a program
 * - `timed-out`: the engine (not the program) did not answer in time
 * - `crashed`: the realm went away without the program having done anything that explains it
 * - `aborted`: the caller's signal was aborted
 */
export type SandboxErrorCode = 'unsupported' | 'boot-failed' | 'start-failed' | 'timed-out' | 'crashed' | 'aborted'

/** Our fault, never the learner's. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError'
  constructor(
    readonly code: SandboxErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
