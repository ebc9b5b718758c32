/**
 * Drafts and progress, kept in this browser's IndexedDB.
 * @module
 */

import { createStore, entries, get, set, type UseStore } from 'idb-keyval'
import type { SourceFiles } from '../compile/program.ts'
import { whyNotAPath } from '../share/path-rules.ts'

export interface Draft {
  readonly files: SourceFiles
  /** What "Reset" or a share link put aside, the latest last. */
  readonly aside: readonly SourceFiles[]
}

/** What the catalogue shows of an exercise that was opened before. */
export type ProgressState = 'started' | 'solved'

export type LoadedDraft =
  | { readonly kind: 'none' }
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** Something was stored that is no draft; it was put aside under another key, not deleted. */
  | { readonly kind: 'corrupt' }

export class Drafts {
  #drafts: UseStore | null = null
  #progress: UseStore | null = null

  /** @throws whatever this browser throws when it keeps nothing (private windows, blocked storage) */
  async load(exercise: string): Promise<LoadedDraft> {
    const stored: unknown = await get(exercise, this.#draftStore())
    if (stored === undefined) return { kind: 'none' }
    if (isDraft(stored)) return { kind: 'draft', draft: stored }
    await set(`corrupt ${exercise} ${new Date().toISOString()}`, stored, this.#draftStore())
    return { kind: 'corrupt' }
  }

  async save(exercise: string, draft: Draft): Promise<void> {
    await set(exercise, draft, this.#draftStore())
  }

  async progress(): Promise<ReadonlyMap<string, ProgressState>> {
    const all = await entries<IDBValidKey, unknown>(this.#progressStore())
    return new Map(
      all.flatMap(([id, state]) => (typeof id === 'string' && isProgress(state) ? [[id, state] as const] : [])),
    )
  }

  async saveProgress(exercise: string, state: ProgressState): Promise<void> {
    await set(exercise, state, this.#progressStore())
  }

  /** Opened when first needed: where storage is blocked, opening throws. */
  #draftStore(): UseStore {
    this.#drafts ??= createStore('rendition-drafts', 'drafts')
    return this.#drafts
  }

  #progressStore(): UseStore {
    this.#progress ??= createStore('rendition-progress', 'progress')
    return this.#progress
  }
}

const isProgress = (value: unknown): value is ProgressState => value === 'started' || value === 'solved'

const isFields = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isFiles = (value: unknown): value is SourceFiles =>
  isFields(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([path, text]) => typeof text === 'string' && whyNotAPath(path) === null)

const isDraft = (value: unknown): value is Draft =>
  isFields(value) && isFiles(value.files) && Array.isArray(value.aside) && value.aside.every(isFiles)
