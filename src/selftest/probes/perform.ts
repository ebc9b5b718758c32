/**
 * Performs a probe: within its time, and whatever happens there is a result.
 * @module
 */

import type { WebContainer } from '@webcontainer/api'
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

const attempt = async (probe: Probe, container: WebContainer): Promise<Finding> => {
  let trial: Trial | null = null
  const work = async (): Promise<Finding> => {
    trial = await within(BEGIN_LIMIT, Trial.begin(container, probe.id))
    return probe.run(trial)
  }
  const tidy = async (): Promise<void> => trial?.end()
  try {
    return await within(probe.limit, work())
  } finally {
    // What it leaves behind disturbs nobody: every trial has a folder of its own.
    await within(TIDY_LIMIT, tidy()).catch(() => undefined)
  }
}

/** Never rejects: what goes wrong is in the result. */
export const performProbe = async (probe: Probe, container: WebContainer): Promise<ProbeResult> => {
  const began = performance.now()
  const result = await attempt(probe, container).then(
    ({ holds, seen, measured }) => ({ outcome: holds ? ('holds' as const) : ('differs' as const), seen, measured }),
    (error: unknown) => ({
      outcome: 'not-tried' as const,
      seen: `Could not be tried: ${messageOf(error)}`,
      measured: {},
    }),
  )
  const ms = performance.now() - began
  return { id: probe.id, ...result, measured: rounded(result.measured), ms: Math.round(ms) }
}
