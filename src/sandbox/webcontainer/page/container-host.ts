/**
 * The container of this page: booted when it is first needed, given its files, restarted when it is worn out.
 * @module
 */

import type { WebContainer } from '@webcontainer/api'
import type { ContainerLimits } from '../limits.ts'
import type { ContainerStage } from '../status.ts'
import { needsReload } from './container-error.ts'
import { requireIsolation } from './isolation.ts'
import { type ContainerFiles, fetchFiles, mountFiles } from './mount.ts'
import { type ProcessServer, serveProcesses } from './serve-processes.ts'
import { within } from './time-limit.ts'

export interface ContainerHostOptions {
  readonly files: ContainerFiles
  readonly limits: ContainerLimits
  /** Told that the container is worn out and is started anew. */
  readonly onRestart: (restarting: Promise<unknown>) => void
}

/** Of one container: how many of its processes were told to end and did not. */
interface Wear {
  zombies: number
}

export class ContainerHost {
  /** What is up; null when nothing is. */
  container: WebContainer | null = null
  #booting: Promise<WebContainer> | null = null
  /** The end of the one before, which may never come; what is booted waits for it. */
  #closing: Promise<void> = Promise.resolve()
  #server: ProcessServer | null = null
  #wear: Wear = { zombies: 0 }

  constructor(private readonly options: ContainerHostOptions) {}

  /**
   * The container of this page; a second call waits for the first.
   * @throws {ContainerError}
   */
  boot(report: (stage: ContainerStage) => void): Promise<WebContainer> {
    if (this.#booting) return this.#booting
    const booting = this.#closing.then(() => this.#boot(report))
    this.#booting = booting
    booting.then(
      container => {
        if (this.#booting === booting) this.container = container
      },
      () => {
        if (this.#booting === booting) this.#booting = null
      },
    )
    return booting
  }

  /**
   * A port over which a sandbox starts processes. There is one at a time: of an earlier one nothing is heard any more.
   * @throws {ContainerError}
   */
  async open(): Promise<MessagePort> {
    const { limits } = this.options
    this.#lose('could not go on: because the engine was started anew; run again')
    const container = await (this.#wear.zombies >= limits.zombies ? this.#restart() : this.boot(unheard))
    const { port1, port2 } = new MessageChannel()
    const wear = this.#wear
    const onZombie = (): number => {
      wear.zombies += 1
      return wear.zombies
    }
    this.#server = serveProcesses(container, port1, { limits, onZombie })
    return port2
  }

  /**
   * Ends the container and all that is in it, also one that is being booted.
   * @throws {ContainerError} when it does not end: then this page can have no other, and every later boot fails as well
   */
  close(): Promise<void> {
    const booting = this.#booting
    this.#booting = null
    this.container = null
    this.#wear = { zombies: 0 }
    this.#lose('could not go on: because the WebContainer was ended; run again')
    if (booting) this.#closing = this.#end(booting)
    return this.#closing
  }

  async #end(booting: Promise<WebContainer>): Promise<void> {
    const container = await booting.catch(() => null)
    if (!container) return
    const { tearDown } = await import('./boot.ts')
    await within(tearDown(container), this.options.limits.teardown, () => Promise.reject(needsReload()))
  }

  #restart(): Promise<WebContainer> {
    const restarting = this.close().then(() => this.boot(unheard))
    this.options.onRestart(restarting)
    return restarting
  }

  #lose(why: string): void {
    this.#server?.lose(why)
    this.#server = null
  }

  async #boot(report: (stage: ContainerStage) => void): Promise<WebContainer> {
    const { files, limits } = this.options
    requireIsolation()
    report('loading')
    // The client is loaded by those pages only that start a container.
    const [{ bootContainer }, fetched] = await Promise.all([import('./boot.ts'), fetchFiles(files)])
    const container = await bootContainer(report, limits)
    report('mounting')
    await mountFiles(container, fetched, limits)
    return container
  }
}

const unheard = (): void => undefined
