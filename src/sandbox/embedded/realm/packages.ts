/**
 * The packages that programs of this realm may import, loaded in bundles, each once.
 * @module
 */

import type { Exports } from '../../evaluate.ts'

interface Bundle {
  /** Package exports by specifier. */
  readonly modules: Readonly<Record<string, Exports>>
  /** Makes the packages forget what a program told them. */
  readonly reset: () => void
}

/**
 * The default export of a bundle. It takes what it shares with bundles before it from `require`, so that a realm has one
 * copy of Hono and one of zod.
 */
type MakeBundle = (require: (specifier: string) => Exports) => Bundle

export class Packages {
  readonly modules = new Map<string, Exports>()
  readonly #loaded = new Set<string>()
  readonly #resets: (() => void)[] = []

  /** @param urls in an order in which each bundle needs only those before it */
  async load(urls: readonly string[]): Promise<void> {
    const wanted = urls.filter(url => !this.#loaded.has(url))
    const bundles = await Promise.all(
      wanted.map((url): Promise<{ default: MakeBundle }> => import(/* @vite-ignore */ url)),
    )
    for (const { default: make } of bundles) {
      const { modules, reset } = make(this.#require)
      this.#resets.push(reset)
      for (const [specifier, exports] of Object.entries(modules)) this.modules.set(specifier, exports)
    }
    for (const url of wanted) this.#loaded.add(url)
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
