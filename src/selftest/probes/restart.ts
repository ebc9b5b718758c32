/**
 * Ending the container and booting another: the last resort when processes cannot be ended. It takes everything along
 * that runs in the container, so it is only done when asked for, and last.
 * @module
 */

import type { SelfTestEngines } from '../engines.ts'
import { type ProbeResult, rounded } from './probe.ts'

export const RESTART = {
  id: 'restart',
  title: 'Ending the container and booting another',
  assumption: 'A container can be ended, and another be booted in the same page.',
  otherwise: 'The page says that it has to be reloaded, and until then its own engine goes on alone.',
} as const

/** Never rejects: what goes wrong is in the result. */
export const performRestart = async (
  engines: Pick<SelfTestEngines, 'restartContainer'>,
  report: (stage: string) => void,
): Promise<ProbeResult> => {
  const began = performance.now()
  const ended = (outcome: ProbeResult['outcome'], seen: string): ProbeResult => {
    const ms = performance.now() - began
    return { id: RESTART.id, outcome, seen, measured: rounded({ ms }), ms: Math.round(ms) }
  }
  try {
    await engines.restartContainer(report)
    return ended('holds', 'Another one is up.')
  } catch (error) {
    return ended('differs', `No other one came up: ${error instanceof Error ? error.message : String(error)}`)
  }
}
