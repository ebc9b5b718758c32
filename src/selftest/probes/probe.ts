/**
 * A probe: one thing that the code takes for granted of a WebContainer and that only a real one can settle.
 * @module
 */

import type { Trial } from './trial.ts'

export interface Probe {
  /** Unique; stands in reports. */
  readonly id: string
  readonly title: string
  /** What the code relies on, in one sentence. */
  readonly assumption: string
  /** What it does where that does not hold. */
  readonly otherwise: string
  /** False where nothing is lost when it does not hold, or only by the few programs that `otherwise` names. */
  readonly matters: boolean
  /** How long it may take, ms. */
  readonly limit: number
  /** @throws {Error} when it could not be tried; the message says why */
  run(trial: Trial): Promise<Finding>
}

export interface Finding {
  readonly holds: boolean
  /** What was seen, as a sentence. */
  readonly seen: string
  /** Numbers by what they are and their unit: `firstOutputMs`. */
  readonly measured: Measured
}

export type Measured = Readonly<Record<string, number>>

export interface ProbeResult {
  /** The probe's id. */
  readonly id: string
  /** `minor`: it differs, and does not matter. `not-tried`: it could not be tried, and `seen` says why. */
  readonly outcome: 'holds' | 'minor' | 'differs' | 'not-tried'
  readonly seen: string
  readonly measured: Measured
  /** How long it took, ms. */
  readonly ms: number
}

/** Enough for what takes milliseconds in a process that may take seconds to start. */
export const USUAL_LIMIT = 15_000

/** Numbers are measured by a clock that browsers blur, and read by people: a tenth is enough. */
export const rounded = (measured: Measured): Measured =>
  Object.fromEntries(Object.entries(measured).map(([name, value]) => [name, Math.round(value * 10) / 10]))
