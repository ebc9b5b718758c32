/**
 * One trip through the pipeline: compile, start, send every check's requests, judge each transcript.
 * @module
 */

import type { Check } from '../check/check.ts'
import type { CheckTranscript, NotRunReason, Result } from '../check/result.ts'
import type { Compilation, SourceFiles } from '../compile/program.ts'
import type { Exercise } from '../exercise/exercise.ts'
import type { Exchange, LogLine } from '../http/http.ts'
import type { Limits } from '../sandbox/limits.ts'
import type { App, Sandbox } from '../sandbox/sandbox.ts'
import type { Verdict } from './verdict.ts'

/** How far a run has come. `results` holds one entry per check that is judged, in order. */
export interface Progress {
  readonly stage: 'booting' | 'compiling' | 'starting' | 'checking'
  readonly results: readonly Result[]
}

export interface Job {
  readonly exercise: Pick<Exercise, 'id' | 'checks'>
  readonly files: SourceFiles
}

/** What a run is made with; the composition root puts it together. */
export interface Pipeline {
  readonly sandbox: Sandbox
  readonly compile: (files: SourceFiles) => Promise<Compilation>
  readonly judge: (check: Check, transcript: CheckTranscript) => Promise<Result>
  readonly limits: Limits
}

export interface RunOptions {
  /** Aborting it ends the run; the promise rejects with a `SandboxError` of code `aborted`. */
  readonly signal: AbortSignal
  readonly report: (progress: Progress) => void
}

const untouched: CheckTranscript = { startFailure: null, exchanges: [], endFailure: null, endLog: [], notRun: null }

/** @throws {SandboxError} only for what is our fault; whatever the program did is in the verdict */
export const runChecks = async (job: Job, pipeline: Pipeline, { signal, report }: RunOptions): Promise<Verdict> => {
  const { exercise, files } = job
  const began = performance.now()
  const booting = pipeline.sandbox.boot(() => report({ stage: 'booting', results: [] }))
  report({ stage: 'compiling', results: [] })
  const [{ program, diagnostics }] = await Promise.all([pipeline.compile(files), booting])
  const compiled = performance.now()
  const common = { exercise: exercise.id, engine: pipeline.sandbox.engine, diagnostics }
  if (!program) {
    const notRun: NotRunReason = { kind: 'did-not-compile' }
    const results = await Promise.all(exercise.checks.map(check => pipeline.judge(check, { ...untouched, notRun })))
    const timings = { compile: compiled - began, start: 0, requests: 0, judge: performance.now() - compiled }
    return { ...common, results, log: [], timings }
  }
  report({ stage: 'starting', results: [] })
  const app = await pipeline.sandbox.start(program, { signal })
  try {
    const checking = new Checking(app, pipeline, began + pipeline.limits.run)
    const results: Result[] = []
    const judged: Promise<Result>[] = []
    for (const check of exercise.checks) {
      const transcript = await checking.perform(check)
      const result = pipeline.judge(check, transcript).then(done => {
        results.push(done)
        report({ stage: 'checking', results: [...results] })
        return done
      })
      // When the sandbox fails midway nobody waits for this result any more.
      result.catch(() => undefined)
      judged.push(result)
    }
    const answered = performance.now()
    const all = await Promise.all(judged)
    const start = (checking.firstStarted ?? answered) - compiled
    const requests = answered - compiled - start
    const timings = { compile: compiled - began, start, requests, judge: performance.now() - answered }
    return { ...common, results: all, log: checking.log, timings }
  } finally {
    await app.stop()
  }
}

/** Performs checks one after the other against one app, within the run's time. */
class Checking {
  /** Console lines of the first evaluation: every further one repeats them. */
  log: readonly LogLine[] = []
  firstStarted: number | null = null
  #startTimedOut = false

  constructor(
    private readonly app: App,
    private readonly pipeline: Pipeline,
    private readonly deadline: number,
  ) {}

  async perform(check: Check): Promise<CheckTranscript> {
    if (this.#startTimedOut) return { ...untouched, notRun: { kind: 'start-timed-out' } }
    if (this.#timeLeft() <= 0) return { ...untouched, notRun: this.#outOfTime() }
    const started = await this.app.fresh({ env: {} })
    if (this.firstStarted === null) {
      this.firstStarted = performance.now()
      this.log = started.log
    }
    this.#startTimedOut = started.failure?.kind === 'timed-out'
    if (started.failure) return { ...untouched, startFailure: started.failure }
    const exchanges: Exchange[] = []
    for (const { request } of check.steps) {
      if (this.#timeLeft() <= 0) return { ...untouched, exchanges, notRun: this.#outOfTime() }
      const timeLimit = Math.ceil(Math.min(this.pipeline.limits.request, this.#timeLeft()))
      const exchange = await this.app.send(request, { timeLimit })
      const cutShort = exchange.failure?.kind === 'timed-out' && timeLimit < this.pipeline.limits.request
      if (cutShort) return { ...untouched, exchanges, notRun: this.#outOfTime() }
      exchanges.push(exchange)
      if (exchange.failure) return { ...untouched, exchanges }
    }
    const { failure, log } = await this.app.settle()
    return { ...untouched, exchanges, endFailure: failure, endLog: log }
  }

  #timeLeft(): number {
    return this.deadline - performance.now()
  }

  #outOfTime(): NotRunReason {
    return { kind: 'run-limit', ms: this.pipeline.limits.run }
  }
}
