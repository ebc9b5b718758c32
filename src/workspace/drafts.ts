/**
 * Drafts and progress, kept in this browser's IndexedDB.
 * @module
 */

import { createStore, entries, get, set, type UseStore, update } from 'idb-keyval'
import type { SourceFiles } from '../compile/program.ts'
import { whyNotAPath } from '../share/path-rules.ts'

export interface Draft {
  readonly files: SourceFiles
  /** What "Reset", a share link or another tab put aside, the latest last. */
  readonly aside: readonly SourceFiles[]
  /** True while the files are somebody else's and the reader has not said "Run". */
  readonly paused: boolean
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
  /** Exercise → the files that this page last read or wrote, as JSON. */
  readonly #known = new Map<string, string>()

  /** @throws whatever this browser throws when it keeps nothing (private windows, blocked storage) */
  async load(exercise: string): Promise<LoadedDraft> {
    const stored: unknown = await get(exercise, this.#draftStore())
    const left = readLeft(exercise)
    if (left) {
      await set(exercise, left, this.#draftStore())
      localStorage.removeItem(leftKey(exercise))
      this.#known.set(exercise, JSON.stringify(left.files))
      return { kind: 'draft', draft: left }
    }
    if (stored === undefined) return { kind: 'none' }
    if (isDraft(stored)) {
      this.#known.set(exercise, JSON.stringify(stored.files))
      return { kind: 'draft', draft: stored }
    }
    await set(`corrupt ${exercise} ${new Date().toISOString()}`, stored, this.#draftStore())
    return { kind: 'corrupt' }
  }

  /** Leaves a draft for the next page at once, when there is no time for `save`. */
  leave(exercise: string, draft: Draft): void {
    try {
      localStorage.setItem(leftKey(exercise), JSON.stringify(draft))
    } catch {
      // Storage is full or blocked; the write that is under way may still succeed.
    }
  }

  /**
   * @returns the files of another tab that this draft took the place of, so that the caller can put them aside; null
   *   when the stored files were this page's own
   */
  async save(exercise: string, draft: Draft): Promise<SourceFiles | null> {
    let replaced: SourceFiles | null = null
    const known = this.#known.get(exercise)
    const written = JSON.stringify(draft.files)
    await update<unknown>(
      exercise,
      stored => {
        const found = isDraft(stored) ? JSON.stringify(stored.files) : written
        replaced = isDraft(stored) && found !== known && found !== written ? stored.files : null
        return replaced ? { ...draft, aside: [...draft.aside, replaced] } : draft
      },
      this.#draftStore(),
    )
    this.#known.set(exercise, written)
    return replaced
  }

  async progress(): Promise<ReadonlyMap<string, ProgressState>> {
    const all = await entries<IDBValidKey, unknown>(this.#progressStore())
    return new Map(
      all.flatMap(([id, state]) => (typeof id === 'string' && isProgress(state) ? [[id, state] as const] : [])),
    )
  }

  /** What was solved once stays so. */
  async saveProgress(exercise: string, state: ProgressState): Promise<void> {
    await update<unknown>(exercise, stored => (stored === 'solved' ? stored : state), this.#progressStore())
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

const leftKey = (exercise: string): string => `rendition:left:${exercise}`

/** What the page before left in a hurry. */
const readLeft = (exercise: string): Draft | null => {
  try {
    const left: unknown = JSON.parse(localStorage.getItem(leftKey(exercise)) ?? 'null')
    return isDraft(left) ? left : null
  } catch {
    return null
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
  isFields(value) &&
  isFiles(value.files) &&
  Array.isArray(value.aside) &&
  value.aside.every(isFiles) &&
  typeof value.paused === 'boolean'
