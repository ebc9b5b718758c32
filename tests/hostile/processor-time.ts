/**
 * How long the processor was busy with one task of the page's thread. The length of a task by the clock counts as well
 * the time in which the machine gave the thread no processor, which on a busy machine is most of it.
 * @module
 */

import type { Page } from 'playwright-core'

/** A part of an event of Chromium's trace format; times in µs. */
interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly args: { readonly name?: string; readonly data?: { readonly frames?: readonly TracedFrame[] } }
  /** Processor time. */
  readonly tdur?: number
}

interface TracedFrame {
  readonly url: string
  readonly processId?: number
  readonly parent?: string
}

/** One task, whatever is done in it. */
const TASK = 'ThreadControllerImpl::RunTask'

/**
 * Watches from now on.
 * @returns what ends the watch, and gives the longest task of the page's own thread, ms of processor time
 */
export const watchProcessor = async (page: Page): Promise<() => Promise<number>> => {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  // What a trace holds is Chromium's, and only the names above are read.
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as readonly TraceEvent[])))
  const includedCategories = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata']
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, excludedCategories: ['*'] },
  })
  return async () => {
    const complete = new Promise<void>(resolve => session.once('Tracing.tracingComplete', () => resolve()))
    await session.send('Tracing.end')
    await complete
    await session.detach()
    return longestTask(events, page.url())
  }
}

const longestTask = (events: readonly TraceEvent[], url: string): number => {
  const frames = events.flatMap(({ args }) => args.data?.frames ?? [])
  const process = frames.find(frame => frame.parent === undefined && frame.url === url)?.processId
  const thread = events.find(
    ({ name, pid, args }) => name === 'thread_name' && pid === process && args.name === 'CrRendererMain',
  )
  const tasks = events.filter(({ name, pid, tid }) => name === TASK && pid === process && tid === thread?.tid)
  if (tasks.length === 0)
    throw new Error('could not tell how busy the page was: because its thread is not in the trace')
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000))
}
