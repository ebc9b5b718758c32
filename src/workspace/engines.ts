/**
 * The engines of the page: starts the WebContainer when it is wanted and may be, and says how it stands.
 * @module
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RemotePipeline } from '../run/remote.ts'
import { SandboxError } from '../sandbox/sandbox.ts'
import type { ContainerStage, ContainerStatus } from '../sandbox/webcontainer/status.ts'
import { isOffline, isPhone, onNetwork } from './container-conditions.ts'
import { failedOf, LostError, SelfCheckError, turnedOff, unwanted } from './container-failure.ts'
import { type EngineSettings, loadSettings, saveSettings } from './engine-settings.ts'
import type { EngineChoice, Engines, EnginesActions, EnginesState } from './engines-state.ts'
import type { OpenAppRunner } from './open-app.ts'

/** The container of the page, as far as it is started and ended here. */
export interface ContainerControl {
  /** @throws {Error} whose `problem` and `remedy` say what kind of failure it is, and its message is a sentence */
  boot(report: (stage: ContainerStage) => void): Promise<unknown>
  close(): Promise<void>
}

export interface EnginesOptions {
  readonly container: ContainerControl
  readonly pipeline: Pick<RemotePipeline, 'bootContainer'>
  readonly openApp: OpenAppRunner
  /** From the beginning of a boot, after which it is slow, ms. */
  readonly usual: number
}

/**
 * Whose code is on the page.
 * - `untouched`: what the person has not edited since the page was opened
 * - `edited`: what the person edits, or said to run
 * - `paused`: what the person has to say "Run" to first: somebody else's, or what a tab died of
 */
export type Code = 'untouched' | 'edited' | 'paused'

export class PageEngines implements Engines {
  readonly store: StoreApi<EnginesState>
  readonly actions: EnginesActions
  readonly terminal: Engines['terminal']
  #settings: EngineSettings
  #code: Code = 'untouched'
  #booting: Promise<void> | null = null
  #isRestarting = false
  /** Of the boot that counts: one that was given up changes nothing any more. */
  #generation = 0

  constructor(private readonly options: EnginesOptions) {
    this.#settings = loadSettings()
    this.store = createStore<EnginesState>(() => ({
      choice: this.#settings.choice,
      container: this.#resting(),
      openApp: { kind: 'closed' },
    }))
    options.openApp.onChange = openApp => this.store.setState({ openApp })
    this.terminal = write => options.openApp.terminal.follow(write)
    this.actions = {
      choose: choice => this.#choose(choice),
      allow: allowed => this.#allow(allowed),
      startContainer: () => void this.#start().catch(() => undefined),
      openApp: () => options.openApp.open(),
      closeApp: () => options.openApp.close(),
      clearTerminal: () => options.openApp.terminal.clear(),
    }
    onNetwork(() => this.#look())
  }

  /** Which engine a run is put to, now. */
  get engine(): 'embedded' | 'webcontainer' {
    return this.store.getState().choice === 'webcontainer' ? 'webcontainer' : 'embedded'
  }

  /** Whether verdicts of the page are to be confirmed by the WebContainer, now. */
  get confirms(): boolean {
    const { choice, container } = this.store.getState()
    return choice === 'auto' && (container.kind === 'ready' || this.#isRestarting)
  }

  noteCode(code: Code): void {
    if (this.#code === code) return
    this.#code = code
    this.#look()
  }

  /** The files on the page are others now. */
  noteFiles(): void {
    this.options.openApp.filesChanged()
  }

  /** The container is being started anew, because it was worn out. */
  noteRestart(restarting: Promise<unknown>): void {
    const { container } = this.store.getState()
    if (container.kind !== 'ready') return
    const generation = this.#begin()
    this.options.openApp.lost()
    const settle = (status: ContainerStatus): void => {
      if (generation !== this.#generation) return
      this.#isRestarting = false
      if (status.kind !== 'ready') this.#booting = null
      this.#say(status)
    }
    // What is being confirmed goes on in the next one.
    this.#isRestarting = true
    this.#say({ kind: 'booting', stage: 'starting', slow: false })
    restarting.then(
      () => settle(container),
      error => settle(failedOf(error)),
    )
  }

  /** The container went away by itself. @param why the reason in a sentence */
  noteLost(why: string): void {
    this.#begin()
    this.#booting = null
    this.options.openApp.lost()
    this.#say(failedOf(new LostError(why)))
  }

  /**
   * Waits until the WebContainer can be used, and starts it when it was not yet. One that failed is tried again when a
   * person asks for it, not with every edit.
   * @throws {SandboxError} whose message is a sentence
   */
  async whenReady(): Promise<void> {
    const { container } = this.store.getState()
    if (container.kind === 'failed') throw new SandboxError('boot-failed', container.message)
    if (container.kind !== 'ready') await this.#start()
  }

  /** @throws {SandboxError} when nothing may be started in the WebContainer, because nobody wants one any more */
  requireContainer(): void {
    const { kind } = this.store.getState().container
    if (kind !== 'booting' && kind !== 'ready') throw unwanted()
  }

  #choose(choice: EngineChoice): void {
    this.#settings = { allowed: choice === 'webcontainer' || this.#settings.allowed, choice }
    saveSettings(this.#settings)
    this.store.setState({ choice })
    if (this.store.getState().container.kind === 'off') this.#say(this.#resting())
    this.#look()
  }

  #allow(allowed: boolean): void {
    const choice = !allowed && this.#settings.choice === 'webcontainer' ? 'auto' : this.#settings.choice
    this.#settings = { allowed, choice }
    saveSettings(this.#settings)
    this.store.setState({ choice })
    this.#begin()
    this.#booting = null
    this.#say(this.#resting())
    if (allowed) this.#look()
    else {
      this.options.openApp.close()
      this.options.container.close().catch(error => console.warn(error))
    }
  }

  /** Starts it when there is a reason to, and nothing against it. */
  #look(): void {
    const { container } = this.store.getState()
    const hasFailed = container.kind === 'failed' && container.problem === 'unreachable'
    if (container.kind !== 'waiting' && !(hasFailed && !isOffline())) return
    if (container.kind === 'waiting') this.#say(this.#resting())
    const resting = this.#resting()
    if (this.#code !== 'edited' || resting.kind !== 'waiting' || resting.for !== 'edit') return
    this.#start().catch(() => undefined)
  }

  /** How it stands while it is not up. */
  #resting(): ContainerStatus {
    const { allowed, choice } = this.#settings
    if (!allowed) return { kind: 'off' }
    if (choice === 'embedded') return { kind: 'waiting', for: 'person' }
    if (isOffline()) return { kind: 'waiting', for: 'network' }
    if (this.#code === 'paused') return { kind: 'waiting', for: 'consent' }
    if (isPhone() && choice !== 'webcontainer') return { kind: 'waiting', for: 'person' }
    return { kind: 'waiting', for: 'edit' }
  }

  #start(): Promise<void> {
    if (!this.#settings.allowed) return Promise.reject(turnedOff())
    this.#booting ??= this.#boot()
    return this.#booting
  }

  async #boot(): Promise<void> {
    const generation = this.#begin()
    const say = (status: ContainerStatus): void => {
      if (generation === this.#generation) this.#say(status)
    }
    let stage: ContainerStage = 'loading'
    let slow = false
    const report = (next: ContainerStage): void => {
      stage = next
      say({ kind: 'booting', stage, slow })
    }
    report('loading')
    const timer = setTimeout(() => {
      slow = true
      report(stage)
    }, this.options.usual)
    try {
      await this.options.container.boot(report)
      if (generation !== this.#generation) throw unwanted()
      const { node, fault } = await this.options.pipeline.bootContainer(report)
      if (fault !== null) throw new SelfCheckError(fault)
      say({ kind: 'ready', node })
    } catch (error) {
      if (generation === this.#generation) this.#booting = null
      say(isOffline() ? { kind: 'waiting', for: 'network' } : failedOf(error))
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /** What was begun before changes nothing any more. */
  #begin(): number {
    this.#generation += 1
    this.#isRestarting = false
    return this.#generation
  }

  #say(container: ContainerStatus): void {
    performance.mark('rendition:container', { detail: container })
    this.store.setState({ container })
  }
}
