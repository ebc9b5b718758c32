/**
 * Packages beyond those that every realm has: in bundles, each fetched when the first program needs it, or when
 * an exercise is opened whose programs will.
 * @module
 */

import { type BundleNeeds, bundlesFor } from '../bundles.ts'
import { SandboxError } from '../sandbox.ts'
import type { PackageBundle } from './protocol.ts'

/** What `virtual:package-bundles` says. */
export interface PackageBundles {
  readonly needs: BundleNeeds
  /** Name of a bundle → where its script is, and its WebAssembly where it has any. */
  readonly addresses: Readonly<Record<string, { readonly script: string; readonly wasm: string | null }>>
}

export interface PackageSource {
  readonly needs: BundleNeeds
  /** @throws {SandboxError} `start-failed` */
  readonly load: (bundle: string) => Promise<PackageBundle>
}

export interface FetchedPackages extends PackageSource {
  /** Begins to fetch what programs that import these packages will need. */
  readonly expect: (packages: readonly string[]) => void
}

/** @param base the address that those of the bundles are relative to */
export const fetchedPackages = ({ needs, addresses }: PackageBundles, base: string): FetchedPackages => {
  const get = async (bundle: string, address: string): Promise<Response> => {
    const response = await fetch(new URL(address, base)).catch(() => null)
    if (response?.ok) return response
    const why = response ? `the site answered ${response.status}` : 'the site could not be reached'
    throw new SandboxError('start-failed', `could not load the package ${bundle}: because ${why}; try again`)
  }
  const fetchBundle = async (bundle: string): Promise<PackageBundle> => {
    const address = Object.hasOwn(addresses, bundle) ? addresses[bundle] : undefined
    const [script, wasm] = await Promise.all([
      get(bundle, address?.script ?? bundle).then(response => response.text()),
      address?.wasm ? get(bundle, address.wasm).then(response => response.arrayBuffer()) : null,
    ])
    return { script, wasm }
  }
  const begun = new Map<string, Promise<PackageBundle>>()
  const begin = (bundle: string): Promise<PackageBundle> => {
    const loading = fetchBundle(bundle)
    begun.set(bundle, loading)
    // Whoever asks for it next tries again.
    loading.catch(() => begun.delete(bundle))
    return loading
  }
  const load = (bundle: string): Promise<PackageBundle> => begun.get(bundle) ?? begin(bundle)
  return { needs, load, expect: packages => bundlesFor(packages, needs).forEach(load) }
}
