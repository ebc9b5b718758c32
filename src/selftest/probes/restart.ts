/**
 * Ending the container and booting another: the last resort when processes cannot be ended. It takes everything along
 * that runs in the container, so it is only done when asked for, and last.
 * @module
 */

import type { SelfTestEngines } from '../engines.ts'
import { whileWanted } from '../while-wanted.ts'
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
  { report, signal }: { readonly report: (stage: string) => void; readonly signal: AbortSignal },
): Promise<ProbeResult> => {
  const began = performance.now()
  const ended = (outcome: ProbeResult['outcome'], seen: string): ProbeResult => {
    const ms = performance.now() - began
    return { id: RESTART.id, outcome, seen, measured: rounded({ ms }), ms: Math.round(ms) }
  }
  try {
    const restarting = engines.restartContainer(stage => {
      if (!signal.aborted) report(stage)
    })
    await whileWanted(restarting, signal, 'It was stopped.')
    return ended('holds', 'Another one is up.')
  } catch (error) {
    if (signal.aborted) return ended('not-tried', 'It was stopped before another one was up.')
    return ended('differs', `No other one came up: ${error instanceof Error ? error.message : String(error)}`)
  }
}
