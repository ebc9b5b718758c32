/**
 * The packages that programs of this realm may import, loaded in bundles, each once.
 * @module
 */

import type { Exports } from '../../evaluate.ts'
import type { RealmBundle } from '../protocol.ts'

interface Bundle {
  /** Package exports by specifier. */
  readonly modules: Readonly<Record<string, Exports>>
  /** Makes the packages forget what a program told them. */
  readonly reset: () => void
}

/**
 * The default export of a bundle. It takes what it shares with bundles before it from `require`, so that a realm has one
 * copy of Hono and one of zod; `wasm` are the bytes that came with it.
 */
type MakeBundle = (require: (specifier: string) => Exports, wasm: ArrayBuffer | null) => Bundle

export class Packages {
  readonly modules = new Map<string, Exports>()
  readonly #loaded = new Set<string>()
  readonly #resets: (() => void)[] = []

  /** @param bundles in an order in which each needs only those before it */
  async load(bundles: readonly RealmBundle[]): Promise<void> {
    const wanted = bundles.filter(({ url }) => !this.#loaded.has(url))
    const imported = await Promise.all(
      wanted.map(async ({ url, wasm }) => {
        const { default: make }: { default: MakeBundle } = await import(/* @vite-ignore */ url)
        return { make, wasm }
      }),
    )
    for (const { make, wasm } of imported) {
      const { modules, reset } = make(this.#require, wasm)
      this.#resets.push(reset)
      for (const [specifier, exports] of Object.entries(modules)) this.modules.set(specifier, exports)
    }
    for (const { url } of wanted) this.#loaded.add(url)
  }

  /** Every evaluation of a program starts with the packages as they were loaded. */
  reset(): void {
    for (const reset of this.#resets) reset()
  }

  readonly #require = (specifier: string): Exports => {
    const found = this.modules.get(specifier)
    if (found) return found
    throw new Error(`could not load the packages: because ${specifier} is in no bundle before this one`)
  }
}
