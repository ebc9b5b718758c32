/**
 * The page's side of the pipeline worker. Compiling, running and judging happen there, so that this thread has nothing
 * to do between an edit and its verdict but to paint.
 * @module
 */

import type { Compilation, SourceFiles } from '../compile/program.ts'
import type { Exchange, HttpRequest } from '../http/http.ts'
import type { EngineConnection } from '../sandbox/embedded/engine-link.ts'
import { SandboxError, type SandboxErrorCode } from '../sandbox/sandbox.ts'
import type { ContainerReady, FromPipeline, PageEngine, ToPipeline } from './remote-protocol.ts'
import type { Job, RunOptions } from './run.ts'
import type { Verdict } from './verdict.ts'

export interface RemoteOptions {
  readonly createWorker: () => Worker
  /** @throws {SandboxError} */
  readonly openEngine: () => Promise<EngineConnection>
  /**
   * A port to the WebContainer of this page; to another one when that is worn out.
   * @throws {SandboxError}
   */
  readonly openContainer: () => Promise<MessagePort>
}

export interface RemoteRunOptions extends RunOptions {
  readonly engine: PageEngine
  /** Whether the run is none of the page's own, and leaves alone the app that requests were sent to by hand. */
  readonly aside: boolean
}

interface Waiting {
  readonly receive: (message: Extract<FromPipeline, { id: number }>) => void
  readonly fail: (error: SandboxError) => void
}

export class RemotePipeline {
  /** Null until it is needed: at first, and when the last one failed. */
  #worker: Worker | null = null
  #engine: EngineConnection | null = null
  readonly #waiting = new Map<number, Waiting>()
  #nextId = 1

  constructor(private readonly options: RemoteOptions) {}

  /** Gets the engine ready before the first run asks for it. */
  prepare(): void {
    this.#post({ type: 'prepare' })
  }

  /** Begins to fetch packages that programs will import. */
  expect(packages: readonly string[]): void {
    this.#post({ type: 'expect', packages })
  }

  /** @throws {SandboxError} only for what is our fault; `aborted` when the signal was */
  run(job: Job, { engine, signal, report, aside }: RemoteRunOptions): Promise<Verdict> {
    return this.#ask<Verdict>(
      id => ({ type: 'run', id, engine, job, aside }),
      (message, resolve) => {
        if (message.type === 'progress') report(message.progress)
        else if (message.type === 'verdict') resolve(message.verdict)
      },
      signal,
    )
  }

  /** @throws {SandboxError} only for what is our fault */
  send(engine: PageEngine, files: SourceFiles, request: HttpRequest): Promise<Exchange> {
    return this.#ask<Exchange>(
      id => ({ type: 'send', id, engine, files, request }),
      (message, resolve) => message.type === 'exchange' && resolve(message.exchange),
      null,
    )
  }

  /**
   * Gets the WebContainer ready, which must be up, and sees whether it answers rightly.
   * @throws {SandboxError} when Node cannot be started in it
   */
  bootContainer(report: (stage: 'spawning' | 'checking') => void): Promise<ContainerReady> {
    return this.#ask<ContainerReady>(
      id => ({ type: 'boot-container', id }),
      (message, resolve) => {
        if (message.type === 'container-stage') report(message.stage)
        else if (message.type === 'container-ready') resolve(message.ready)
      },
      null,
    )
  }

  /**
   * The program as the WebContainer is given it, or why there is none.
   * @throws {SandboxError} only for what is our fault
   */
  compile(files: SourceFiles): Promise<Compilation> {
    return this.#ask<Compilation>(
      id => ({ type: 'compile', id, files }),
      (message, resolve) => message.type === 'compiled' && resolve(message.compilation),
      null,
    )
  }

  #ask<T>(
    ask: (id: number) => ToPipeline,
    take: (message: Extract<FromPipeline, { id: number }>, resolve: (value: T) => void) => void,
    signal: AbortSignal | null,
  ): Promise<T> {
    const id = this.#nextId++
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(replaced())
      const cancel = () => {
        this.#post({ type: 'cancel', id })
        fail(replaced())
      }
      const end = () => {
        this.#waiting.delete(id)
        signal?.removeEventListener('abort', cancel)
      }
      const fail = (error: SandboxError) => {
        end()
        reject(error)
      }
      const settle = (value: T) => {
        end()
        resolve(value)
      }
      const receive: Waiting['receive'] = message =>
        message.type === 'failed' ? fail(new SandboxError(message.code, message.message)) : take(message, settle)
      this.#waiting.set(id, { receive, fail })
      signal?.addEventListener('abort', cancel)
      this.#post(ask(id))
    })
  }

  #post(message: ToPipeline, transfer: Transferable[] = []): void {
    this.#worker ??= this.#start()
    this.#worker.postMessage(message, transfer)
  }

  #start(): Worker {
    const worker = this.options.createWorker()
    worker.onmessage = ({ data }: MessageEvent<FromPipeline>) => {
      if (data.type === 'open-engine') void this.#open()
      else if (data.type === 'close-engine') this.#close()
      else if (data.type === 'open-container') void this.#openContainer()
      else this.#waiting.get(data.id)?.receive(data)
    }
    worker.onerror = event => {
      const why = event.message || 'its script could not be loaded'
      worker.terminate()
      this.#close()
      this.#worker = null
      const error = new SandboxError('crashed', `could not run: because ${why}; run again, or reload the page`)
      for (const { fail } of this.#waiting.values()) fail(error)
    }
    return worker
  }

  async #open(): Promise<void> {
    try {
      const worker = this.#worker
      const engine = await this.options.openEngine()
      // The worker that asked may be gone by now.
      if (worker !== this.#worker) return engine.close()
      this.#engine = engine
      this.#post({ type: 'engine', port: engine.port }, [engine.port])
    } catch (error) {
      this.#post({ type: 'no-engine', ...told(error) })
    }
  }

  async #openContainer(): Promise<void> {
    try {
      const worker = this.#worker
      const port = await this.options.openContainer()
      // The worker that asked may be gone by now.
      if (worker !== this.#worker) return port.close()
      this.#post({ type: 'container', port }, [port])
    } catch (error) {
      this.#post({ type: 'no-container', ...told(error) })
    }
  }

  #close(): void {
    this.#engine?.close()
    this.#engine = null
  }
}

const replaced = (): SandboxError => new SandboxError('aborted', 'the run was replaced by a newer one')

/** An error of opening something, as it crosses to the worker. */
const told = (error: unknown): { readonly code: SandboxErrorCode; readonly message: string } => ({
  code: error instanceof SandboxError ? error.code : 'boot-failed',
  message: error instanceof Error ? error.message : String(error),
})
