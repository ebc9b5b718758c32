/**
 * One trip through the pipeline: compile, start, perform every check, judge each transcript. Its second half, from a
 * running app on, is also what checks a server.
 * @module
 */

import type { Check } from '../check/check.ts'
import { exchangesOf, untouched } from '../check/happened.ts'
import type { CheckTranscript, Need, NotRunReason, Result, StepResult } from '../check/result.ts'
import type { Compilation, Program, SourceFiles } from '../compile/program.ts'
import type { Exercise } from '../exercise/exercise.ts'
import type { LogLine } from '../http/http.ts'
import type { Limits } from '../sandbox/limits.ts'
import type { App, Sandbox } from '../sandbox/sandbox.ts'
import { keepResult, keepValues } from './keep.ts'
import { performChecks } from './perform.ts'
import type { RunResult, Timings, Verdict } from './verdict.ts'

/** How far a run has come. `results` holds one entry per check that is judged, in order. */
export interface Progress {
  readonly stage: 'booting' | 'compiling' | 'starting' | 'checking'
  readonly results: readonly RunResult[]
}

export interface Job {
  readonly exercise: Pick<Exercise, 'id' | 'checks'>
  readonly files: SourceFiles
  /** A whole number from 1: what generated values are made from. */
  readonly seed: number
}

/** What a run is made with; the composition root puts it together. */
export interface Pipeline {
  readonly sandbox: Sandbox
  readonly compile: (files: SourceFiles) => Promise<Compilation>
  readonly judge: (check: Check, transcript: CheckTranscript) => Promise<Result>
  readonly limits: Limits
}

/** What is checked, and what it cannot do. */
export interface Target {
  readonly app: App
  /** The learner's files; null when they are not known. */
  readonly source: SourceFiles | null
  /** A check that needs any of these is not run. */
  readonly unable: readonly Need[]
}

export interface CheckOptions {
  /**
   * The app was started with its signal. It is aborted, with a `NotRunReason`, when the checks have used up their time or
   * the app takes too long to start.
   */
  readonly end: AbortController
  readonly report: (progress: Progress) => void
}

/** What the checks came to. */
export interface Checked {
  /** One per check, in order. */
  readonly results: readonly RunResult[]
  /** Console lines written while the modules were loading, once. */
  readonly log: readonly LogLine[]
  readonly timings: Omit<Timings, 'compile'>
}

export interface RunOptions {
  /** Aborting it ends the run; the promise rejects with a `SandboxError` of code `aborted`. */
  readonly signal: AbortSignal
  readonly report: (progress: Progress) => void
}

/** @throws {SandboxError} only for what is our fault; whatever the program did is in the verdict */
export const runChecks = async (job: Job, pipeline: Pipeline, options: RunOptions): Promise<Verdict> => {
  const { exercise, files, seed } = job
  const began = performance.now()
  options.report({ stage: 'compiling', results: [] })
  const [{ program, diagnostics }] = await Promise.all([
    pipeline.compile(files),
    pipeline.sandbox.boot(() => options.report({ stage: 'booting', results: [] })),
  ])
  const compile = performance.now() - began
  const { results, log, timings } = program
    ? await checkProgram(program, job, pipeline, options)
    : await notCompiled(exercise.checks, pipeline)
  const { engine } = pipeline.sandbox
  return { exercise: exercise.id, engine, seed, diagnostics, results, log, timings: { ...timings, compile } }
}

const notCompiled = async (checks: readonly Check[], { judge }: Pipeline): Promise<Checked> => {
  const transcript: CheckTranscript = { ...untouched, notRun: { kind: 'did-not-compile' } }
  const results = await Promise.all(checks.map(async one => ({ ...(await judge(one, transcript)), values: {} })))
  return { results, log: [], timings: { evaluate: 0, requests: 0, judge: 0 } }
}

const checkProgram = async (program: Program, job: Job, pipeline: Pipeline, options: RunOptions): Promise<Checked> => {
  options.report({ stage: 'starting', results: [] })
  const end = new AbortController()
  const app = await pipeline.sandbox.start(program, { signal: AbortSignal.any([options.signal, end.signal]) })
  try {
    return await checkApp({ app, source: job.files, unable: [] }, job, pipeline, { end, report: options.report })
  } finally {
    await app.stop()
  }
}

/**
 * Performs and judges every check on an app that was started; the caller stops it afterwards.
 * @throws {SandboxError} only for what is our fault
 */
export const checkApp = async (
  { app, source, unable }: Target,
  { exercise, seed }: Pick<Job, 'exercise' | 'seed'>,
  { judge, limits }: Pick<Pipeline, 'judge' | 'limits'>,
  { end, report }: CheckOptions,
): Promise<Checked> => {
  const began = performance.now()
  const timer = setTimeout(() => end.abort({ kind: 'run-limit', ms: limits.run } satisfies NotRunReason), limits.run)
  try {
    const performing = performChecks(app, exercise.checks, { limits, end, seed, source, unable })
    let answered = began
    const done: RunResult[] = []
    const judged = exercise.checks.map(async (one, index) => {
      const { transcript } = (await performing[index]) ?? { transcript: untouched }
      answered = performance.now()
      const judgement = keepResult(await judge(one, transcript), limits.kept)
      const result = { ...judgement, values: keepValues(transcript.values) }
      done.push(result)
      report({ stage: 'checking', results: [...done] })
      return result
    })
    const results = await Promise.all(judged)
    const loaded = (await Promise.all(performing)).find(({ loadLog }) => loadLog.length > 0)
    const requests = results.flatMap(({ steps }) => steps).reduce((sum, step) => sum + answeringTime(step), 0)
    const timings = { evaluate: answered - began - requests, requests, judge: performance.now() - answered }
    return { results, log: loaded?.loadLog ?? [], timings }
  } finally {
    clearTimeout(timer)
  }
}

/** How long the app had a request to answer, ms; those of a parallel step are answered at the same time. */
const answeringTime = ({ happened }: StepResult): number =>
  happened ? Math.max(0, ...exchangesOf(happened).map(({ ms }) => ms)) : 0
