/**
 * The workspace as the page holds it: a vanilla store and what a person can do to it.
 * @module
 */

import type { StoreApi } from 'zustand/vanilla'
import type { SourceFiles } from '../compile/program.ts'
import type { Exchange, HttpRequest } from '../http/http.ts'
import type { Verdict } from '../run/verdict.ts'
import type { WorkspaceState } from './state.ts'

/** Named for what the person did. A `SandboxError` that one of them rejects with is also in the state. */
export interface WorkspaceActions {
  /** Replaces the text of one of the learner's files. */
  edit(path: string, text: string): void
  select(path: string): void
  /** @returns why the file could not be added, as a sentence; null when it was. */
  addFile(path: string): string | null
  /** The file that the exercise begins with, `app.ts` for most, stays; so do given files. */
  removeFile(path: string): void
  /** Runs the files as they are. Counts as consent for a stranger's code, and as "go on" after a crash. */
  run(): Promise<Verdict>
  /**
   * Replaces or adds the files named, leaves the others.
   * @throws {TypeError} when a path cannot be a source file
   */
  setFiles(files: SourceFiles): void
  /** Draws another seed and runs with it. */
  newValues(): void
  /** Sends one request to the files as they are; state is kept from one request to the next until an edit. */
  send(request: HttpRequest): Promise<Exchange>
  /** Back to the start files; `undo` brings the learner's files back. */
  reset(): void
  /** Brings back the files that "Reset" or a share link put aside. */
  undo(): void
  /**
   * @returns the share link of the files as they are
   * @throws {ShareError} with a sentence when they do not fit into a link
   */
  share(): Promise<string>
}

export interface Workspace {
  readonly store: StoreApi<WorkspaceState>
  readonly actions: WorkspaceActions
  /** Another exercise takes its place: nothing more is done for this one by itself. */
  close(): void
}
