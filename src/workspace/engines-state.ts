/**
 * The engines of the page: which one the person chose, how the WebContainer stands, and the app that is open in it.
 * There is one of these for the page, whatever exercise is on it.
 * @module
 */

import type { StoreApi } from 'zustand/vanilla'
import type { Outcome } from '../check/result.ts'
import type { ContainerStatus } from '../sandbox/webcontainer/status.ts'

/**
 * - `auto`: the engine of the page answers, and the WebContainer confirms its verdict once it is up
 * - `embedded`, `webcontainer`: that one alone
 */
export type EngineChoice = 'auto' | 'embedded' | 'webcontainer'

/** The program as a server that a person can look at, in the WebContainer. */
export type OpenApp =
  | { readonly kind: 'closed' }
  | { readonly kind: 'starting' }
  /** @property origin where the container serves it: `https://….webcontainer-api.io` */
  | { readonly kind: 'running'; readonly origin: string }
  /** Its process ended, or could not be started: a sentence. */
  | { readonly kind: 'ended'; readonly why: string }

export interface EnginesState {
  readonly choice: EngineChoice
  readonly container: ContainerStatus
  readonly openApp: OpenApp
}

/** Named for what the person did. Choices last: they are kept in this browser. */
export interface EnginesActions {
  choose(choice: EngineChoice): void
  /** Turns the WebContainer off for good, or on again; off also ends the one that is up. */
  allow(allowed: boolean): void
  /** Starts the WebContainer now: after a failure, or before it would be by itself. */
  startContainer(): void
  /** Starts the program as a server, and again whenever it was edited, until `closeApp()`. */
  openApp(): void
  closeApp(): void
  /** What was written until now is not shown again. */
  clearTerminal(): void
}

export interface Engines {
  readonly store: StoreApi<EnginesState>
  readonly actions: EnginesActions
  /**
   * What the open app's process writes, as a terminal is given it.
   * @param write is called with what was written until now, and with all that follows
   * @returns what ends it
   */
  readonly terminal: (write: (text: string) => void) => () => void
}

/** What came of running the same files in the WebContainer. */
export type Confirmation =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  /** Every check came to the same. */
  | { readonly kind: 'confirmed' }
  /** @property checks what came of each check that came to something else, in order */
  | { readonly kind: 'differs'; readonly checks: readonly Differing[] }
  /** It could not be said, and that is our fault: a sentence. */
  | { readonly kind: 'unknown'; readonly why: string }

/** A check that the engines do not agree about. */
export interface Differing {
  readonly check: string
  readonly embedded: Outcome
  readonly webcontainer: Outcome
}
