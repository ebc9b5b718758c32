/**
 * The container of this page: booted when it is first needed, given its files, restarted when it is worn out.
 * @module
 */

import type { WebContainer } from '@webcontainer/api'
import { SandboxError } from '../../sandbox.ts'
import type { ContainerLimits } from '../limits.ts'
import type { ContainerStage } from '../status.ts'
import { AppServer, type AppServerEvents } from './app-server.ts'
import { needsReload } from './container-error.ts'
import { Wear } from './end-process.ts'
import { FurtherPackages } from './further-packages.ts'
import { requireIsolation } from './isolation.ts'
import { type ContainerFiles, fetchFiles, mountFiles } from './mount.ts'
import { type ProcessServer, serveProcesses } from './serve-processes.ts'
import { within } from './time-limit.ts'
import type { Up } from './up.ts'

export interface ContainerHostOptions {
  readonly files: ContainerFiles
  readonly limits: ContainerLimits
  /** Told that the container is worn out and is started anew. */
  readonly onRestart: (restarting: Promise<unknown>) => void
  /** Told that the container is gone, which nobody wanted; @param why the reason in a sentence */
  readonly onLost: (why: string) => void
}

export class ContainerHost {
  #up: Up | null = null
  #booting: Promise<Up> | null = null
  #server: ProcessServer | null = null
  /** The end of the one before, which may never come; what is booted waits for it. */
  #closing: Promise<void> = Promise.resolve()
  #hasBegun = false
  /** Of what was asked for: what comes of anything older is of no use to anybody. */
  #generation = 0

  constructor(private readonly options: ContainerHostOptions) {}

  /**
   * The container of this page; a second call waits for the first.
   * @throws {ContainerError}
   */
  async boot(report: (stage: ContainerStage) => void): Promise<WebContainer> {
    return (await this.#boot(report)).container
  }

  /**
   * A port over which a sandbox starts processes. There is one at a time: of an earlier one nothing is heard any more.
   * @throws {SandboxError}
   */
  async open(): Promise<MessagePort> {
    const isWorn = (this.#up?.wear.zombies ?? 0) >= this.options.limits.zombies
    const up = await (isWorn ? this.#restart() : this.#boot(unheard))
    // Meanwhile somebody else may have opened one.
    this.#lose('could not go on: because the engine was started anew; run again')
    const { port1, port2 } = new MessageChannel()
    this.#server = serveProcesses(up, port1)
    return port2
  }

  /**
   * A server of a program in the container.
   * @throws {SandboxError} when none is up
   */
  openApp(events: AppServerEvents): AppServer {
    if (this.#up) return new AppServer(this.#up, events)
    throw new SandboxError('unsupported', 'could not open the app: because the WebContainer is not up; start it first')
  }

  /**
   * Ends the container and all that is in it, also one that is still to come up.
   * @throws {ContainerError} when it does not end: then this page can have no other, and every later boot fails as well
   */
  close(): Promise<void> {
    this.#generation += 1
    this.#booting = null
    this.#up = null
    this.#lose('could not go on: because the WebContainer was ended; run again')
    if (this.#hasBegun) this.#closing = this.#end()
    return this.#closing
  }

  async #end(): Promise<void> {
    const { endContainer } = await import('./boot.ts')
    await within(endContainer(), this.options.limits.teardown, () => Promise.reject(needsReload()))
  }

  #restart(): Promise<Up> {
    const closing = this.close()
    const generation = this.#generation
    const restarting = closing.then(() => {
      this.#require(generation)
      return this.#boot(unheard)
    })
    this.options.onRestart(restarting)
    return restarting
  }

  #lose(why: string): void {
    this.#server?.lose(why)
    this.#server = null
  }

  #boot(report: (stage: ContainerStage) => void): Promise<Up> {
    if (this.#booting) return this.#booting
    const generation = this.#generation
    const booting = this.#closing.then(() => this.#begin(generation, report))
    this.#booting = booting
    booting.catch(() => {
      if (this.#booting === booting) this.#booting = null
    })
    return booting
  }

  async #begin(generation: number, report: (stage: ContainerStage) => void): Promise<Up> {
    const { files, limits } = this.options
    requireIsolation()
    report('loading')
    // The client is loaded by those pages only that start a container.
    const [{ bootContainer }, fetched] = await Promise.all([import('./boot.ts'), fetchFiles(files)])
    this.#require(generation)
    this.#hasBegun = true
    const container = await bootContainer(report, limits)
    this.#require(generation)
    report('mounting')
    await mountFiles(container, fetched, limits)
    this.#require(generation)
    container.on('error', ({ message }) => this.#lost(generation, message))
    const wear = new Wear(limits.end, () => this.#server?.tellZombies())
    this.#up = { container, wear, packages: new FurtherPackages(container, files.further, limits) }
    return this.#up
  }

  /** @throws {SandboxError} when what was asked for then is not wanted any more */
  #require(generation: number): void {
    if (generation === this.#generation) return
    throw new SandboxError('aborted', 'could not go on: because the WebContainer was ended; run again')
  }

  #lost(generation: number, why: string): void {
    if (generation !== this.#generation) return
    this.close().catch(() => undefined)
    this.options.onLost(why)
  }
}

const unheard = (): void => undefined
