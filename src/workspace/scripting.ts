/**
 * `window.rendition`: the page for scripts. The README documents it.
 * @module
 */

import type { Check } from '../check/check.ts'
import type { SourceFiles } from '../compile/program.ts'
import type { ExerciseSummary } from '../exercise/exercise.ts'
import type { Exchange, HttpRequest } from '../http/http.ts'
import type { RemotePipeline } from '../run/remote.ts'
import type { PageEngine } from '../run/remote-protocol.ts'
import { isSeed, LARGEST_SEED } from '../run/seed.ts'
import type { Verdict } from '../run/verdict.ts'
import type { PageEngines } from './engines.ts'
import type { Workspace } from './workspace.ts'

export interface Scripting {
  /** Every exercise of the catalogue, in order. */
  exercises(): readonly ExerciseSummary[]
  /** Opens an exercise as a click on it would, and resolves when it can be used. */
  open(id: string): Promise<void>
  /** The learner's files as they are. */
  files(): SourceFiles
  /** Replaces the learner's files named, and leaves the others. */
  setFiles(files: SourceFiles): void
  /**
   * Runs the files as they are; counts as consent for a paused link. A run that is replaced by a newer one resolves with
   * the newer verdict. Rejects only when our sandbox is at fault.
   */
  run(): Promise<Verdict>
  /** Sends one request to the files as they are. Rejects only when our sandbox is at fault. */
  send(request: Omit<HttpRequest, 'headers'> & Partial<HttpRequest>): Promise<Exchange>
  /**
   * Runs other checks than the exercise's on other files than the learner's, in an engine of this page. Nothing on the
   * page changes. Rejects only when our sandbox is at fault, or when the checks are no checks.
   */
  runChecks(job: ChecksJob): Promise<Verdict>
}

export interface ChecksJob {
  /** The program, with `app.ts` as its entry. */
  readonly files: SourceFiles
  readonly checks: readonly Check[]
  /** What generated values are made from: a whole number from 1 to 999999; 1 when it is not given. */
  readonly seed?: number
  /** `embedded` when it is not given. The WebContainer is started when it is not up. */
  readonly engine?: PageEngine
}

export interface ScriptingOptions {
  readonly exercises: readonly ExerciseSummary[]
  readonly open: (id: string) => Promise<void>
  /** The workspace on the page; null on the catalogue. */
  readonly workspace: () => Workspace | null
  readonly pipeline: Pick<RemotePipeline, 'run'>
  readonly engines: Pick<PageEngines, 'whenReady'>
}

export const createScripting = ({ exercises, open, workspace, pipeline, engines }: ScriptingOptions): Scripting => {
  const opened = (): Workspace => {
    const current = workspace()
    if (current) return current
    throw new Error('could not do this: because no exercise is open; call rendition.open(id) first')
  }
  return {
    exercises: () => exercises,
    async open(id) {
      if (exercises.some(exercise => exercise.id === id)) return open(id)
      const known = exercises.map(exercise => exercise.id).join(', ')
      throw new Error(`could not open "${id}": because there is no such exercise; the exercises are ${known}`)
    },
    files: () => opened().store.getState().files,
    setFiles: files => opened().actions.setFiles(files),
    run: async () => opened().actions.run(),
    send: async request => opened().actions.send({ ...request, headers: request.headers ?? [] }),
    async runChecks({ files, checks, seed = 1, engine = 'embedded' }) {
      if (!isSeed(seed)) {
        throw new TypeError(`could not run: because the seed is ${seed}; give a whole number from 1 to ${LARGEST_SEED}`)
      }
      if (engine === 'webcontainer') await engines.whenReady()
      const id = workspace()?.store.getState().exercise.id ?? ''
      const options = { engine, signal: new AbortController().signal, report: () => undefined, aside: true }
      return pipeline.run({ exercise: { id, checks }, files, seed }, options)
    },
  }
}
