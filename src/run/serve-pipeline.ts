/**
 * The worker's side: performs what the page asks, and asks the page for an engine when it needs one.
 * @module
 */

import { AuthoringError } from '../check/authoring-error.ts'
import type { EngineConnection } from '../sandbox/embedded/engine-link.ts'
import { SandboxError } from '../sandbox/sandbox.ts'
import type { FromPipeline, ToPipeline } from './remote-protocol.ts'
import { type Pipeline, type RunOptions, runChecks } from './run.ts'
import { Session } from './session.ts'

/**
 * @param say sends a message to the page
 * @param createPipeline is given the way to an engine
 * @returns what takes the page's messages
 */
export const servePipeline = (
  say: (message: FromPipeline) => void,
  createPipeline: (openEngine: () => Promise<EngineConnection>) => Pipeline,
): ((message: ToPipeline) => void) => {
  let opening: { resolve: (engine: EngineConnection) => void; reject: (error: SandboxError) => void } | null = null
  const pipeline = createPipeline(
    () =>
      new Promise((resolve, reject) => {
        opening = { resolve, reject }
        say({ type: 'open-engine' })
      }),
  )
  const session = new Session(pipeline)
  const running = new Map<number, AbortController>()

  const answer = async (id: number, work: () => Promise<FromPipeline>): Promise<void> => {
    try {
      say(await work())
    } catch (error) {
      const code = error instanceof SandboxError ? error.code : 'crashed'
      // A check that is wrong says itself what is wrong with it.
      const known = error instanceof SandboxError || error instanceof AuthoringError
      const message = known ? error.message : `could not run: because ${error}; reload the page`
      say({ type: 'failed', id, code, message })
    } finally {
      running.delete(id)
    }
  }

  return message => {
    switch (message.type) {
      case 'prepare':
        // When it fails, the first run tries again and says so.
        pipeline.sandbox.boot(() => undefined).catch(() => undefined)
        return
      case 'run': {
        const { id, job, aside } = message
        if (!aside) session.keepOnly(job.files)
        const abort = new AbortController()
        running.set(id, abort)
        const report = atIntervals(progress => say({ type: 'progress', id, progress }))
        const options = { signal: abort.signal, report }
        void answer(id, async () => ({ type: 'verdict', id, verdict: await runChecks(job, pipeline, options) }))
        return
      }
      case 'send': {
        const { id, files, request } = message
        void answer(id, async () => ({ type: 'exchange', id, exchange: await session.send(files, request) }))
        return
      }
      case 'cancel':
        running.get(message.id)?.abort()
        return
      case 'engine':
        opening?.resolve({ port: message.port, close: () => say({ type: 'close-engine' }) })
        return
      case 'no-engine':
        opening?.reject(new SandboxError(message.code, message.message))
    }
  }
}

/** Progress is shown at most this often, ms: most runs are over before it is shown at all. */
const reportEvery = 150

const atIntervals = (report: RunOptions['report']): RunOptions['report'] => {
  let reported = performance.now()
  return progress => {
    const now = performance.now()
    if (now - reported < reportEvery) return
    reported = now
    report(progress)
  }
}
