/**
 * What a bare page gets for the tests of the engine: the embedded sandbox, with the scripts of the build.
 * @module
 */

import type { BundleNeeds } from '../../src/sandbox/bundles.ts'
import { EmbeddedSandbox } from '../../src/sandbox/embedded/embedded-sandbox.ts'
import { openEngine } from '../../src/sandbox/embedded/page/open-engine.ts'
import type { EngineScripts } from '../../src/sandbox/embedded/protocol.ts'
import type { Limits } from '../../src/sandbox/limits.ts'

export interface EngineParts {
  readonly scripts: EngineScripts
  readonly needs: BundleNeeds
  /** Bundle name → its script, and its WebAssembly in base64. */
  readonly bundles: Readonly<Record<string, { readonly script: string; readonly wasm: string | null }>>
  readonly limits: Limits
}

const bundleOf = ({ script, wasm }: EngineParts['bundles'][string] = { script: '', wasm: null }) => ({
  script,
  wasm: wasm === null ? null : Uint8Array.from(atob(wasm), character => character.charCodeAt(0)).buffer,
})

export const makeEngine = ({ scripts, needs, bundles, limits }: EngineParts): EmbeddedSandbox =>
  new EmbeddedSandbox({
    openEngine: async () => openEngine(scripts, limits),
    packages: { needs, load: async name => bundleOf(bundles[name]) },
    limits,
  })
