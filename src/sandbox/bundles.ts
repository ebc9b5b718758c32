/**
 * Packages beyond those that every program finds come in bundles, each brought when the first program needs it.
 * @module
 */

/** Specifier → names of the bundles it needs, in the order in which they are loaded. */
export type BundleNeeds = Readonly<Record<string, readonly string[]>>

/** The bundles that a program needs, each once. */
export const bundlesFor = (packages: readonly string[], needs: BundleNeeds): readonly string[] => [
  ...new Set(packages.flatMap(specifier => (Object.hasOwn(needs, specifier) ? (needs[specifier] ?? []) : []))),
]
