/**
 * What the page, which holds the container, and the sandbox in a worker say to each other over a port. Only a document
 * can boot a WebContainer, and nothing else of the sandbox has to be where the page is painted.
 * @module
 */

import type { Env } from '../sandbox.ts'

export type ToContainer =
  | ToProcess
  /** Sees to it that processes find these packages. Asks are numbered by the sandbox. */
  | { readonly type: 'provide'; readonly ask: number; readonly packages: readonly string[] }

/** Processes are numbered by the sandbox, in the order in which it starts them. */
export type ToProcess =
  | { readonly type: 'spawn'; readonly process: number; readonly env: Env }
  /** A line to its standard input; the file, where there is one, is written before. */
  | {
      readonly type: 'say'
      readonly process: number
      readonly line: string
      readonly file: { readonly path: string; readonly text: string } | null
    }
  /** The text of a file that a process wrote, and the file is removed. */
  | { readonly type: 'fetch'; readonly process: number; readonly path: string }
  | { readonly type: 'kill'; readonly process: number }

export type FromContainer =
  | { readonly type: 'output'; readonly process: number; readonly text: string }
  /** The answer to `fetch`; null when the file could not be read. */
  | { readonly type: 'fetched'; readonly process: number; readonly text: string | null }
  /** After everything that it wrote. */
  | { readonly type: 'exited'; readonly process: number; readonly why: string }
  /** The answer to `provide`; null when they are there, else a whole sentence. */
  | { readonly type: 'provided'; readonly ask: number; readonly why: string | null }
  /** So many processes were told to end and did not: they keep a processor busy until the container is restarted. */
  | { readonly type: 'zombies'; readonly count: number }
  /** The container is gone, and so are its processes: a whole sentence. Nothing comes after it. */
  | { readonly type: 'lost'; readonly why: string }

/** Where the runner and its files are, from the container's working directory. */
export const RUNNER = 'runner.mjs'
export const SERVE = 'serve.mjs'
/** Messages that are too long for a line. */
export const MESSAGES = '.rendition/messages/'
