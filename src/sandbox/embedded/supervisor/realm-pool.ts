/**
 * Gives realms that are ready, and keeps a spare one warm, since starting one takes longer than a run.
 * @module
 */

import type { EngineScripts } from '../protocol.ts'
import { RealmHost, type RealmOptions } from './realm-host.ts'

const urlOf = (script: string): string => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))

export class RealmPool {
  readonly #options: Omit<RealmOptions, 'warmUp'>
  #spare: RealmHost | null = null
  #isFirst = true

  constructor(
    scripts: Pick<EngineScripts, 'realm' | 'packages'>,
    options: Pick<RealmOptions, 'limits' | 'openCrypto'>,
  ) {
    const packageUrls = Object.values(scripts.packages).map(urlOf)
    this.#options = { ...options, scriptUrl: urlOf(scripts.realm), packageUrls }
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
    const realm = new RealmHost({ ...this.#options, warmUp: !this.#isFirst })
    this.#isFirst = false
    // A spare that failed must not be handed out; whoever took it sees the rejection itself.
    realm.ready.catch(() => {
      if (this.#spare === realm) this.#spare = null
    })
    return realm
  }
}
