/**
 * Performs a probe: within its time, and whatever happens there is a result.
 * @module
 */

import type { WebContainer } from '@webcontainer/api'
import { whileWanted } from '../while-wanted.ts'
import { type Finding, type Probe, type ProbeResult, rounded } from './probe.ts'
import { Trial } from './trial.ts'

/** How long a container may take to make a folder. One that takes longer answers nothing more, ms. */
const BEGIN_LIMIT = 3_000
/** How long tidying up may take before the next probe goes on without it, ms. */
const TIDY_LIMIT = 2_000

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** @throws {Error} when it takes longer */
const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const attempt = async (probe: Probe, container: WebContainer, signal: AbortSignal): Promise<Finding> => {
  const trial = await within(BEGIN_LIMIT, Trial.begin(container, probe.id))
  try {
    return await within(probe.limit, whileWanted(probe.run(trial), signal, 'it was stopped'))
  } finally {
    // What it leaves behind disturbs nobody: every trial has a folder of its own.
    await within(TIDY_LIMIT, trial.end()).catch(() => undefined)
  }
}

const outcomeOf = ({ matters }: Probe, holds: boolean): ProbeResult['outcome'] => {
  if (holds) return 'holds'
  return matters ? 'differs' : 'minor'
}

/**
 * Never rejects: what goes wrong is in the result.
 *
 * @param signal when it is aborted the probe is given up, and only tidied up after
 */
export const performProbe = async (
  probe: Probe,
  container: WebContainer,
  signal: AbortSignal,
): Promise<ProbeResult> => {
  const began = performance.now()
  const result = await attempt(probe, container, signal).then(
    ({ holds, seen, measured }) => ({ outcome: outcomeOf(probe, holds), seen, measured }),
    (error: unknown) => ({
      outcome: 'not-tried' as const,
      seen: `Could not be tried: ${messageOf(error)}`,
      measured: {},
    }),
  )
  const ms = performance.now() - began
  return { id: probe.id, ...result, measured: rounded(result.measured), ms: Math.round(ms) }
}
