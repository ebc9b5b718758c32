/**
 * Gives realms that are ready, and keeps a spare one warm, since starting one takes longer than a run.
 * @module
 */

import type { EngineScripts, PackageBundle, RealmBundle } from '../protocol.ts'
import { RealmHost, type RealmOptions } from './realm-host.ts'

/** Where a realm finds a script. */
const urlOf = (script: string): string => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))

export class RealmPool {
  readonly #options: Omit<RealmOptions, 'warmUp' | 'packages'>
  /** Of every bundle that a program has needed so far, by name: spare realms have them too. */
  readonly #bundles = new Map<string, RealmBundle>()
  #spare: RealmHost | null = null
  #isFirst = true

  constructor(
    scripts: Pick<EngineScripts, 'realm' | 'packages'>,
    options: Pick<RealmOptions, 'limits' | 'openCrypto'>,
  ) {
    this.#bundles.set('', { url: urlOf(scripts.packages), wasm: null })
    this.#options = { ...options, scriptUrl: urlOf(scripts.realm) }
  }

  /** Adds a bundle; those that it needs were added before. */
  addBundle(name: string, { script, wasm }: PackageBundle): void {
    if (!this.#bundles.has(name)) this.#bundles.set(name, { url: urlOf(script), wasm })
  }

  bundlesOf(names: readonly string[]): readonly RealmBundle[] {
    return names.flatMap(name => this.#bundles.get(name) ?? [])
  }

  /** @throws {Error} when a realm cannot be started in this browser */
  async take(): Promise<RealmHost> {
    const realm = this.warm()
    this.#spare = null
    await realm.ready
    return realm
  }

  /** Starts a spare realm unless there is one: call it when nothing else wants the processor. */
  warm(): RealmHost {
    this.#spare ??= this.#start()
    return this.#spare
  }

  #start(): RealmHost {
    // The first realm is waited for: a page was opened, and its first verdict is due.
    const realm = new RealmHost({ ...this.#options, packages: [...this.#bundles.values()], warmUp: !this.#isFirst })
    this.#isFirst = false
    // A spare that failed must not be handed out; whoever took it sees the rejection itself.
    realm.ready.catch(() => {
      if (this.#spare === realm) this.#spare = null
    })
    return realm
  }
}
