/**
 * A hostile program as data: what it tries, and what comes of it. The tests run it, and docs/containment.md lists it.
 * @module
 */

import type { Check, SendStep, Step } from '../../src/check/check.ts'
import type { Expectation } from '../../src/check/expectation.ts'
import type { Outcome } from '../../src/check/result.ts'
import type { SourceFiles } from '../../src/compile/program.ts'

/** What the learner sees of a run. */
export interface Seen {
  /** `ours` when the page says that it is our fault and not the code's. */
  readonly outcome: Outcome | 'ours'
  /**
   * The sentence beside the outcome; of a check that passed, the body of its last answer. `…` stands for what differs
   * from one browser to another.
   */
  readonly sentence: string
}

export interface HostileProgram {
  /** What it tries, as one sentence. */
  readonly tries: string
  /** `NETWORK` in them stands for the address of a listener that must never be reached. */
  readonly files: SourceFiles
  /** Null for a program that stands in the editor, is run by the exercise's own checks and shown on the page. */
  readonly checks: readonly Check[] | null
  /** Of the first check that did not pass, or of the last one. */
  readonly sees: Seen
  /** What the browser itself writes to its console about what it refused. */
  readonly refused?: RegExp
}

export interface Area {
  readonly name: string
  readonly programs: readonly HostileProgram[]
}

export const passed = (sentence: string): Seen => ({ outcome: 'passed', sentence })
export const failed = (sentence: string): Seen => ({ outcome: 'failed', sentence })
export const broke = (sentence: string): Seen => ({ outcome: 'broke', sentence })
export const notRun = (sentence: string): Seen => ({ outcome: 'not-run', sentence })
export const ours = (sentence: string): Seen => ({ outcome: 'ours', sentence })

/** What a program is told that hangs for longer than a limit, ms. */
export const stoppedAfter = (ms: number): Seen =>
  broke(
    `The app took too long and was stopped (${ms} ms). Look for a loop without an end, or for a promise that is never settled.`,
  )

/** By the engine's own limit. */
export const tookTooLong = stoppedAfter(2_000)

/** What every program is told whose handler threw: Hono answers in its place. */
export const answered500 = failed('The status should be 200 OK, but it is 500 Internal Server Error.')

const statusIs = (code: number): Expectation => ({
  subject: { kind: 'status' },
  predicate: { kind: 'equals', value: code },
})

/** `GET /` answers 200, or what else is expected. */
export const get = (path = '/', expect: readonly Expectation[] = [statusIs(200)]): SendStep => ({
  kind: 'send',
  request: { method: 'GET', path, headers: [] },
  expect,
})

export const checkOf = (id: string, ...steps: readonly Step[]): Check => ({ id, title: id, why: id, steps })

const answers: readonly Check[] = [checkOf('answers', get())]

/** A Hono app whose every request is answered by this code, which has `c`; `before` stands above it in the file. */
export const app = (handler: string, before = ''): SourceFiles => ({
  'app.ts': [
    "import { Hono } from 'hono'",
    before,
    'const app = new Hono()',
    `app.all('*', async c => {\n${handler}\n})`,
    'export default app',
    '',
  ].join('\n'),
})

/** A program that does something before its app is made, and then answers honestly. */
export const honestAfter = (before: string): SourceFiles => app("return c.text('answered')", before)

/** @param checks `GET /` answers 200, unless others are given */
export const program = (
  tries: string,
  files: SourceFiles,
  sees: Seen,
  { checks = answers, refused }: { readonly checks?: readonly Check[] | null; readonly refused?: RegExp } = {},
): HostileProgram => ({ tries, files, checks, sees, ...(refused && { refused }) })

/** ms; so that not every test of a limit takes as long as the limit. */
const shortly = 300

/** A program that hangs in its first request, which has less time than the engine's limit. */
export const hangs = (tries: string, files: SourceFiles): HostileProgram =>
  program(tries, files, stoppedAfter(shortly), { checks: [checkOf('answers', { ...get(), timeLimit: shortly })] })
