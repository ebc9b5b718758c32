/** Modules that build/exercises.ts makes from the folders under exercises/. */

declare module 'virtual:catalog' {
  /** Every exercise, in order; loading one is a download of its own. */
  const catalog: readonly import('./exercise/exercise.ts').CatalogEntry[]
  export default catalog
}

declare module 'virtual:exercise/*' {
  const exercise: import('./exercise/exercise.ts').Exercise
  export default exercise
}
