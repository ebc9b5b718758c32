/**
 * Every limit of a run, in milliseconds, bytes or counts. The composition root passes them in, so that tests can use
 * shorter ones.
 * @module
 */

export interface Limits {
  /** Loading the program's modules for one check, ms. */
  readonly start: number
  /** One request, from sending to the last byte, ms. */
  readonly request: number
  /** Waiting for the next message on a WebSocket, and for the answer to a close, ms. A run waits less and less in vain. */
  readonly receive: number
  /** WebSockets that are open at a time. */
  readonly sockets: number
  /** Messages on one WebSocket that nobody has received yet. */
  readonly socketMessages: number
  /** All checks together, ms. */
  readonly run: number
  /** Judging one check, ms. */
  readonly judge: number
  /** A response body, bytes. */
  readonly body: number
  /** Of a response body. */
  readonly chunks: number
  /** Of a body, once it was judged, characters. */
  readonly kept: number
  /** All names and values of a response's headers together, characters. */
  readonly headers: number
  /** Console lines a run may write; further ones are counted, not kept. */
  readonly logLines: number
  /** Characters of all those lines together. */
  readonly logSize: number
  /** Messages from a realm in any 100 ms; a realm that passes it is ended. */
  readonly messages: number
  /** How much longer than the program's own limit the page waits before it ends the whole engine, ms. */
  readonly grace: number
}

export const LIMITS: Limits = {
  start: 2_000,
  request: 2_000,
  receive: 1_000,
  sockets: 16,
  socketMessages: 1_000,
  run: 10_000,
  judge: 1_000,
  body: 8 * 1024 * 1024,
  chunks: 4_096,
  kept: 64 * 1024,
  headers: 256 * 1024,
  logLines: 2_000,
  logSize: 256 * 1024,
  messages: 1_000,
  grace: 1_000,
}
