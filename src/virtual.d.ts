/** Modules that build/exercises.ts makes from the folders under exercises/, and build/container-files.ts. */

declare module 'virtual:catalog' {
  /** Every exercise, in order; loading one is a download of its own. */
  const catalog: readonly import('./exercise/exercise.ts').CatalogEntry[]
  export default catalog
}

declare module 'virtual:exercise/*' {
  const exercise: import('./exercise/exercise.ts').Exercise
  export default exercise
}

declare module 'virtual:container-files' {
  /** Addresses, relative to the module that imports it. */
  const files: {
    /** Of what `node_modules` holds, in the format that a WebContainer mounts. */
    readonly snapshot: string
    /** Of the scripts that Node starts beside it (src/sandbox/runner/). */
    readonly runner: string
    readonly serve: string
  }
  export default files
}
