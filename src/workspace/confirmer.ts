/**
 * Has the WebContainer confirm the verdict on the page, once for each set of files, when the typing has stopped. What it
 * finds never changes the verdict.
 * @module
 */

import type { StoreApi } from 'zustand/vanilla'
import type { SourceFiles } from '../compile/program.ts'
import { withGiven } from '../exercise/given.ts'
import type { RemotePipeline } from '../run/remote.ts'
import type { Verdict } from '../run/verdict.ts'
import { compareVerdicts } from './compare-verdicts.ts'
import type { Confirmation } from './engines-state.ts'
import type { WorkspaceState } from './state.ts'

/** How long the files have to stay as they are, ms. */
const settled = 1_000

export interface ConfirmerOptions {
  readonly store: StoreApi<WorkspaceState>
  readonly pipeline: Pick<RemotePipeline, 'run'>
  /** Whether there is a WebContainer that verdicts are to be confirmed by. */
  readonly isWanted: () => boolean
}

/** What the WebContainer was asked last. */
interface Asked {
  readonly files: SourceFiles
  readonly seed: number
  readonly abort: AbortController
  /** Null while it is at it, and when it has no answer. */
  answer: Verdict | null
}

export class Confirmer {
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked: Asked | null = null

  /** Ends it: nothing is confirmed any more. */
  readonly stop: () => void

  constructor(private readonly options: ConfirmerOptions) {
    const unsubscribe = options.store.subscribe((state, before) => {
      if (state.files !== before.files || state.verdict !== before.verdict) this.look()
    })
    this.stop = () => {
      unsubscribe()
      this.#forget()
    }
  }

  /** Looks whether there is something to confirm; call it also when a WebContainer has come up or is gone. */
  look(): void {
    const { files, seed, verdict, ranOn } = this.options.store.getState()
    const isCurrent = verdict?.engine === 'embedded' && ranOn === files && verdict.diagnostics.length === 0
    const wanted = isCurrent && this.options.isWanted()
    if (wanted && this.#asked?.files === files && this.#asked.seed === seed) {
      // The same files were run again.
      if (this.#asked.answer) this.#say(compareVerdicts(verdict, this.#asked.answer))
      return
    }
    this.#forget()
    if (wanted) this.#timer = setTimeout(() => void this.#confirm(), settled)
  }

  #forget(): void {
    clearTimeout(this.#timer)
    this.#asked?.abort.abort()
    this.#asked = null
    if (this.options.store.getState().confirmation.kind !== 'none') this.#say({ kind: 'none' })
  }

  async #confirm(): Promise<void> {
    const { store, pipeline } = this.options
    const { exercise, files, seed } = store.getState()
    const asked: Asked = { files, seed, abort: new AbortController(), answer: null }
    this.#asked = asked
    this.#say({ kind: 'running' })
    const job = { exercise: { id: exercise.id, checks: exercise.checks }, files: withGiven(exercise, files), seed }
    const { signal } = asked.abort
    try {
      const answer = await pipeline.run(job, { engine: 'webcontainer', signal, report: () => undefined, aside: true })
      if (signal.aborted) return
      asked.answer = answer
      this.look()
    } catch (error) {
      if (signal.aborted) return
      // To run again is to ask again.
      this.#asked = null
      this.#say({ kind: 'unknown', why: error instanceof Error ? error.message : String(error) })
    }
  }

  #say(confirmation: Confirmation): void {
    performance.mark('rendition:confirmation', { detail: confirmation })
    this.options.store.setState({ confirmation })
  }
}
