/**
 * One trip through the pipeline: compile, start, send every check's requests, judge each transcript.
 * @module
 */

import type { Check } from '../check/check.ts'
import type { CheckTranscript, NotRunReason, Result } from '../check/result.ts'
import type { Compilation, Program, SourceFiles } from '../compile/program.ts'
import type { Exercise } from '../exercise/exercise.ts'
import type { LogLine } from '../http/http.ts'
import type { Limits } from '../sandbox/limits.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { keepResult } from './keep.ts'
import { performChecks, untouched } from './perform.ts'
import type { Timings, Verdict } from './verdict.ts'

/** How far a run has come. `results` holds one entry per check that is judged, in order. */
export interface Progress {
  readonly stage: 'booting' | 'compiling' | 'starting' | 'checking'
  readonly results: readonly Result[]
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

export interface RunOptions {
  /** Aborting it ends the run; the promise rejects with a `SandboxError` of code `aborted`. */
  readonly signal: AbortSignal
  readonly report: (progress: Progress) => void
}

/** @throws {SandboxError} only for what is our fault; whatever the program did is in the verdict */
export const runChecks = async (
  { exercise, files }: Job,
  pipeline: Pipeline,
  options: RunOptions,
): Promise<Verdict> => {
  const began = performance.now()
  options.report({ stage: 'compiling', results: [] })
  const [{ program, diagnostics }] = await Promise.all([
    pipeline.compile(files),
    pipeline.sandbox.boot(() => options.report({ stage: 'booting', results: [] })),
  ])
  const compile = performance.now() - began
  const outcome = program
    ? await check(program, exercise.checks, pipeline, options)
    : await notCompiled(exercise.checks, pipeline)
  const { results, log, timings } = outcome
  const { engine } = pipeline.sandbox
  return { exercise: exercise.id, engine, diagnostics, results, log, timings: { ...timings, compile } }
}

interface Outcome {
  readonly results: readonly Result[]
  readonly log: readonly LogLine[]
  readonly timings: Omit<Timings, 'compile'>
}

const notCompiled = async (checks: readonly Check[], { judge }: Pipeline): Promise<Outcome> => {
  const transcript: CheckTranscript = { ...untouched, notRun: { kind: 'did-not-compile' } }
  const results = await Promise.all(checks.map(one => judge(one, transcript)))
  return { results, log: [], timings: { evaluate: 0, requests: 0, judge: 0 } }
}

const check = async (
  program: Program,
  checks: readonly Check[],
  pipeline: Pipeline,
  options: RunOptions,
): Promise<Outcome> => {
  const { sandbox, judge, limits } = pipeline
  const began = performance.now()
  options.report({ stage: 'starting', results: [] })
  const end = new AbortController()
  const outOfTime: NotRunReason = { kind: 'run-limit', ms: limits.run }
  const timer = setTimeout(() => end.abort(outOfTime), limits.run)
  const app = await sandbox.start(program, { signal: AbortSignal.any([options.signal, end.signal]) })
  try {
    const performing = performChecks(app, checks, { limits, end })
    let answered = began
    const done: Result[] = []
    const judged = checks.map(async (one, index) => {
      const { transcript } = (await performing[index]) ?? { transcript: untouched }
      answered = performance.now()
      const result = keepResult(await judge(one, transcript), limits.kept)
      done.push(result)
      options.report({ stage: 'checking', results: [...done] })
      return result
    })
    const results = await Promise.all(judged)
    const { loadLog: log } = (await performing[0]) ?? { loadLog: [] }
    const requests = results.flatMap(({ steps }) => steps).reduce((sum, { exchange }) => sum + (exchange?.ms ?? 0), 0)
    const timings = { evaluate: answered - began - requests, requests, judge: performance.now() - answered }
    return { results, log, timings }
  } finally {
    clearTimeout(timer)
    await app.stop()
  }
}
