/**
 * Runs the workspace's files: at once when nothing is going on, and a newer run replaces an older one. Whoever waits
 * for a run that was replaced gets the newer one's verdict.
 * @module
 */

import type { StoreApi } from 'zustand/vanilla'
import { withGiven } from '../exercise/given.ts'
import type { RemotePipeline } from '../run/remote.ts'
import type { Progress } from '../run/run.ts'
import { passed, type Verdict } from '../run/verdict.ts'
import { SandboxError } from '../sandbox/sandbox.ts'
import type { CrashGuard } from './crash-guard.ts'
import type { PageEngines } from './engines.ts'
import type { WorkspaceState } from './state.ts'

/** While a person types faster than runs end, a run waits this long at most for the typing to pause, ms. */
const longestWait = 300

export interface RunnerOptions {
  readonly store: StoreApi<WorkspaceState>
  readonly pipeline: Pick<RemotePipeline, 'run'>
  readonly engines: Pick<PageEngines, 'engine' | 'whenReady'>
  readonly guard: CrashGuard
  readonly onSolved: () => void
}

export class Runner {
  #current: { readonly abort: AbortController; readonly verdict: Promise<Verdict> } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastDuration = 0
  #lastEdit = Number.NEGATIVE_INFINITY
  #waitingSince = Number.NEGATIVE_INFINITY

  constructor(private readonly options: RunnerOptions) {}

  /** After an edit: runs now, or when typing pauses for as long as a run takes, but never later than `longestWait`. */
  schedule(): void {
    clearTimeout(this.#timer)
    const now = performance.now()
    const pause = Math.min(this.#lastDuration, longestWait)
    const typing = now - this.#lastEdit < pause
    this.#lastEdit = now
    if (!typing) this.#waitingSince = now
    const wait = Math.min(pause, this.#waitingSince + longestWait - now)
    const run = () => {
      this.#waitingSince = performance.now()
      this.run().catch(() => undefined)
    }
    // At once and not in a timer: the compiler works while the page still paints the edit.
    if (typing && wait > 0) this.#timer = setTimeout(run, wait)
    else run()
  }

  /** @throws {SandboxError} when it is our fault that there is no verdict */
  run(): Promise<Verdict> {
    clearTimeout(this.#timer)
    const abort = new AbortController()
    this.#current?.abort.abort()
    const verdict = this.#run(abort.signal)
    this.#current = { abort, verdict }
    return verdict
  }

  async #run(signal: AbortSignal): Promise<Verdict> {
    const { store, pipeline, engines, guard } = this.options
    const { engine } = engines
    const { exercise, files, seed } = store.getState()
    const began = performance.now()
    guard.began()
    // What a replaced run had found is about older files.
    if (store.getState().run.phase === 'running') {
      store.setState({ run: { phase: 'running', progress: { stage: 'compiling', results: [] } } })
    }
    performance.mark('rendition:run-began')
    try {
      if (engine === 'webcontainer') await engines.whenReady()
      const verdict = await pipeline.run(
        { exercise: { id: exercise.id, checks: exercise.checks }, files: withGiven(exercise, files), seed },
        { engine, signal, report: this.#reporter(signal), aside: false },
      )
      if (signal.aborted) return this.#newer(verdict)
      this.#lastDuration = performance.now() - began
      performance.mark('rendition:verdict', { detail: verdict.timings })
      store.setState({ verdict, ranOn: files, run: { phase: 'idle' } })
      guard.ended()
      if (passed(verdict)) this.options.onSolved()
      return verdict
    } catch (error) {
      if (signal.aborted && this.#current) return this.#current.verdict
      guard.ended()
      const problem = error instanceof SandboxError ? error : unexpected(error)
      store.setState({ run: { phase: 'sandbox-failed', message: problem.message } })
      throw problem
    }
  }

  #newer(own: Verdict): Promise<Verdict> {
    return this.#current?.verdict ?? Promise.resolve(own)
  }

  /** Late reports of a replaced run are dropped here, in one place. */
  #reporter(signal: AbortSignal): (progress: Progress) => void {
    return progress => {
      if (!signal.aborted) this.options.store.setState({ run: { phase: 'running', progress } })
    }
  }
}

const unexpected = (error: unknown): SandboxError =>
  new SandboxError(
    'crashed',
    `could not run: because ${error instanceof Error ? error.message : error}; reload the page`,
    {
      cause: error,
    },
  )
