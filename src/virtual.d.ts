/** Modules that the build makes. Those of exercises are made by build/exercises.ts from the folders under exercises/. */

declare module 'virtual:catalog' {
  /** Every exercise, in order; loading one is a download of its own. */
  const catalog: readonly import('./exercise/exercise.ts').CatalogEntry[]
  export default catalog
}

declare module 'virtual:exercise/*' {
  const exercise: import('./exercise/exercise.ts').Exercise
  export default exercise
}

/** Made by build/container-files.ts. */
declare module 'virtual:container-files' {
  /** Addresses, relative to the module that imports it. */
  const files: {
    /** Of what `node_modules` holds, in the format that a WebContainer mounts. */
    readonly snapshot: string
    /** What further bundles of packages add to that, for the programs that need them. */
    readonly further: {
      readonly needs: import('./sandbox/bundles.ts').BundleNeeds
      readonly snapshots: Readonly<Record<string, string>>
    }
    /** Of the scripts that Node starts beside it (src/sandbox/runner/). */
    readonly runner: string
    readonly serve: string
  }
  export default files
}

/** Made by build/conformance-data.ts. */
declare module 'virtual:conformance' {
  /** Address of the conformance suite, JSON of a `Suite` as zlib packs it (RFC 1950), relative to the module that imports it. */
  export const url: string
  /** Which build this is: `0.1.0+3f2a91c04b7d`. */
  export const build: string
}
