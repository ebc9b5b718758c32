/**
 * sql.js makes one SQLite and gives the same to whoever asks again. Here every evaluation of a program makes its own:
 * what the one before did to it, and the memory that it used up, are gone.
 * @module
 */

/** What sql.js exports: makes SQLite, once. */
type InitSqlJs = (settings: object) => Promise<unknown>

export interface OwnSqlJs {
  /** In the place of what sql.js exports. Wherever a program says that the WebAssembly is, it is the one that is here. */
  readonly initSqlJs: (settings?: object) => Promise<unknown>
  /** Forgets the SQLite that was made. */
  readonly reset: () => void
}

/**
 * @param evaluate evaluates the script of sql.js anew
 * @param instantiate makes an instance of its WebAssembly with these imports
 */
export const ownSqlJs = (evaluate: () => InitSqlJs, instantiate: (imports: object) => Promise<object>): OwnSqlJs => {
  let made: Promise<unknown> | null = null
  const make = (settings: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const instantiateWasm = (imports: object, receive: (instance: object) => void): void => {
        instantiate(imports).then(receive).catch(reject)
      }
      evaluate()({ ...settings, instantiateWasm }).then(resolve, reject)
    })
  const initSqlJs = (settings: object = {}): Promise<unknown> => {
    made ??= make(settings)
    return made
  }
  // As in sql.js itself, for `require`.
  const exported = Object.freeze(Object.assign(initSqlJs, { default: initSqlJs }))
  return {
    initSqlJs: exported,
    reset: () => {
      made = null
    },
  }
}
