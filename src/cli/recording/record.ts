/**
 * Asks real FastAPI what the checks ask, and keeps what it answers.
 * @module
 */

import type { Check } from '../../check/check.ts'
import type { Json } from '../../check/expectation.ts'
import { generateValues } from '../../check/generate.ts'
import { failureOf } from '../../check/happened.ts'
import type { CheckTranscript, Happened } from '../../check/result.ts'
import type { RecordedCheck, Recording } from '../../exercise/exercise.ts'
import type { AppFailure } from '../../http/http.ts'
import { performChecks } from '../../run/perform.ts'
import { LIMITS, type Limits } from '../../sandbox/limits.ts'
import { createClient } from '../../sandbox/node/client.ts'
import { ServerApp } from '../server/server-app.ts'
import { serveOriginal } from './original-server.ts'
import type { Python } from './python.ts'
import { inOrderOfRequests, withNumberedIds, withoutPassing } from './repeatable.ts'

/** The seed of every recording's generated values. */
export const RECORDED_SEED = 1

/** For an original on a busy machine. */
const RECORDING_LIMITS: Limits = { ...LIMITS, request: 30_000, receive: 30_000 }

export interface RecordedExercise {
  readonly id: string
  /** Where its files are. */
  readonly folder: string
  readonly checks: readonly Check[]
}

export interface RecordOptions {
  readonly python: Python
  /** Called as each check is done. */
  readonly report: (check: Check, recorded: RecordedCheck) => void
  /** Called with what the original writes on stderr. */
  readonly tell: (line: string) => void
}

/**
 * The original is started once per check, as an app is: each has a server without a past.
 * @throws {Error} when the original does not start or answer
 */
export const record = async (
  { id, folder, checks }: RecordedExercise,
  { python, report, tell }: RecordOptions,
): Promise<Recording> => {
  const end = new AbortController()
  const app = new ServerApp({
    start: env => serveOriginal({ python, folder, env, tell }),
    createClient: baseUrl => createClient(baseUrl, RECORDING_LIMITS),
    signal: end.signal,
  })
  try {
    const options = { limits: RECORDING_LIMITS, end, seed: RECORDED_SEED, source: null, unable: [] }
    const performing = performChecks(app, checks, options)
    // Each is waited for below; one that fails meanwhile is not unhandled.
    for (const one of performing) one.catch(() => undefined)
    const recorded: Record<string, RecordedCheck> = {}
    for (const [index, check] of checks.entries()) {
      const performed = await performing[index]
      if (!performed) continue
      const one = recordedCheck(check, performed.transcript)
      recorded[check.id] = one
      report(check, one)
    }
    return { exercise: id, versions: python.versions, checks: recorded }
  } finally {
    await app.stop()
  }
}

const recordedCheck = (check: Check, transcript: CheckTranscript): RecordedCheck => {
  const refuse = (why: string): never => {
    throw new Error(`could not record "${check.id}": because ${why}; look at original.py and at what it wrote above`)
  }
  const fail = (what: string, { message }: AppFailure): never => refuse(`${what} (${message})`)
  const { startFailure, endFailure, happened, values } = transcript
  if (startFailure) fail('the original did not start', startFailure)
  const all: Happened[] = []
  for (const [index, step] of check.steps.entries()) {
    const one = happened[index] ?? null
    const failure = one && failureOf(step, one)
    if (failure) fail(`there was no whole answer to step ${index + 1}`, failure)
    if (one) all.push(inOrderOfRequests(step, withoutPassing(one)))
    else refuse(`step ${index + 1} needs a value that FastAPI's answers did not give`)
  }
  if (endFailure) fail('the original ended after its last answer', endFailure)
  // UUIDs that the check itself sends are no accident.
  const own = JSON.stringify([check, generateValues(check, RECORDED_SEED)])
  return withNumberedIds({ values: inOrder(values), happened: all }, own)
}

const inOrder = (values: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
