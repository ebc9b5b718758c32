/**
 * The worker's side: performs what the page asks, and asks the page for an engine when it needs one.
 * @module
 */

import { AuthoringError } from '../check/authoring-error.ts'
import type { Compilation, SourceFiles } from '../compile/program.ts'
import type { EngineConnection } from '../sandbox/embedded/engine-link.ts'
import { SandboxError, type SandboxErrorCode } from '../sandbox/sandbox.ts'
import type { ContainerReady, FromPipeline, PageEngine, ToPipeline } from './remote-protocol.ts'
import { type Pipeline, type RunOptions, runChecks } from './run.ts'
import { Session } from './session.ts'

/** How the worker gets what only the page can open. */
export interface Openers {
  /** @throws {SandboxError} */
  readonly openEngine: () => Promise<EngineConnection>
  /** @throws {SandboxError} */
  readonly openContainer: () => Promise<MessagePort>
}

export interface Pipelines extends Readonly<Record<PageEngine, Pipeline>> {
  /** Begins to fetch packages that programs will import. */
  readonly expect: (packages: readonly string[]) => void
  /** The version of Node in the WebContainer, once that was booted. */
  readonly nodeVersion: () => string
}

/**
 * @param say sends a message to the page
 * @param createPipelines is given the ways to the engines
 * @returns what takes the page's messages
 */
export const servePipeline = (
  say: (message: FromPipeline) => void,
  createPipelines: (openers: Openers) => Pipelines,
): ((message: ToPipeline) => void) => {
  const engine = new Asked<EngineConnection>(() => say({ type: 'open-engine' }))
  const container = new Asked<MessagePort>(() => say({ type: 'open-container' }))
  const pipelines = createPipelines({ openEngine: () => engine.ask(), openContainer: () => container.ask() })
  const sessions = {
    embedded: new Session(pipelines.embedded),
    webcontainer: new Session(pipelines.webcontainer),
  }
  const running = new Map<number, AbortController>()

  const bootContainer = async (id: number): Promise<ContainerReady> => {
    say({ type: 'container-stage', id, stage: 'spawning' })
    await pipelines.webcontainer.sandbox.boot(() => undefined)
    say({ type: 'container-stage', id, stage: 'checking' })
    const { faultOf } = await import('./self-check.ts')
    return { fault: await faultOf(pipelines.webcontainer), node: pipelines.nodeVersion() }
  }

  const compileForContainer = async (files: SourceFiles): Promise<Compilation> => {
    const compilation = await pipelines.webcontainer.compile(files)
    const { guardLoops } = await import('../sandbox/webcontainer/guard-loops.ts')
    return compilation.program ? { ...compilation, program: guardLoops(compilation.program) } : compilation
  }

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
        pipelines.embedded.sandbox.boot(() => undefined).catch(() => undefined)
        return
      case 'expect':
        pipelines.expect(message.packages)
        return
      case 'run': {
        const { id, job, aside } = message
        const pipeline = pipelines[message.engine]
        if (!aside) for (const session of Object.values(sessions)) session.keepOnly(job.files)
        const abort = new AbortController()
        running.set(id, abort)
        const report = atIntervals(progress => say({ type: 'progress', id, progress }))
        const options = { signal: abort.signal, report }
        void answer(id, async () => ({ type: 'verdict', id, verdict: await runChecks(job, pipeline, options) }))
        return
      }
      case 'send': {
        const { id, files, request } = message
        const session = sessions[message.engine]
        void answer(id, async () => ({ type: 'exchange', id, exchange: await session.send(files, request) }))
        return
      }
      case 'boot-container': {
        const { id } = message
        void answer(id, async () => ({ type: 'container-ready', id, ready: await bootContainer(id) }))
        return
      }
      case 'compile': {
        const { id, files } = message
        void answer(id, async () => ({ type: 'compiled', id, compilation: await compileForContainer(files) }))
        return
      }
      case 'cancel':
        running.get(message.id)?.abort()
        return
      case 'engine':
        engine.answer({ port: message.port, close: () => say({ type: 'close-engine' }) })
        return
      case 'no-engine':
        engine.refuse(message)
        return
      case 'container':
        container.answer(message.port)
        return
      case 'no-container':
        container.refuse(message)
    }
  }
}

/** Something that the page is asked for, and gives or refuses. */
class Asked<T> {
  #waiting: { resolve: (value: T) => void; reject: (error: SandboxError) => void } | null = null

  constructor(private readonly say: () => void) {}

  ask(): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.say()
    })
  }

  answer(value: T): void {
    this.#waiting?.resolve(value)
  }

  refuse({ code, message }: { readonly code: SandboxErrorCode; readonly message: string }): void {
    this.#waiting?.reject(new SandboxError(code, message))
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
