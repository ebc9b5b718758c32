/**
 * Booting the container for a self-test, with what was waited for and for how long.
 * @module
 */

import type { WebContainer } from '@webcontainer/api'
import type { ReportStage, SelfTestEngines } from './engines.ts'
import type { ContainerFacts } from './report.ts'
import { whileWanted } from './while-wanted.ts'

interface Booted {
  /** Null when it did not come up. */
  readonly container: WebContainer | null
  readonly facts: ContainerFacts
}

/** Never rejects: why it did not come up is among the facts. */
export const bootContainer = async (
  engines: Pick<SelfTestEngines, 'bootContainer'>,
  { report, signal }: { readonly report: ReportStage; readonly signal: AbortSignal },
): Promise<Booted> => {
  const began = performance.now()
  const elapsed = () => Math.round(performance.now() - began)
  const stages: { stage: string; at: number }[] = []
  try {
    const booting = engines.bootContainer(stage => {
      if (signal.aborted) return
      stages.push({ stage, at: elapsed() })
      report(stage)
    })
    const container = await whileWanted(booting, signal, 'It was stopped before the WebContainer was up.')
    return { container, facts: { state: 'up', why: null, bootMs: elapsed(), stages } }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { container: null, facts: { state: 'failed', why, bootMs: null, stages } }
  }
}
