/**
 * Entry of the pipeline worker: everything between the learner's files and the verdict, away from the page's thread.
 * @module
 */

import { EmbeddedSandbox } from '../sandbox/embedded/embedded-sandbox.ts'
import { LIMITS } from '../sandbox/limits.ts'
import type { ToPipeline } from './remote-protocol.ts'
import { servePipeline } from './serve-pipeline.ts'
import { Trusted } from './trusted.ts'

const take = servePipeline(
  message => postMessage(message),
  openEngine => {
    const sandbox = new EmbeddedSandbox({ openEngine, limits: LIMITS })
    const createWorker = () => new Worker(new URL('./trusted.worker.ts', import.meta.url), { type: 'module' })
    const { compile, judge } = new Trusted(createWorker, LIMITS.judge)
    return { sandbox, compile, judge, limits: LIMITS }
  },
)

addEventListener('message', ({ data }: MessageEvent<ToPipeline>) => take(data))
