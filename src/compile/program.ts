/**
 * What goes into the compiler and what comes out of it.
 * @module
 */

/** The learner's files: path relative to the exercise (`app.ts`, `routes/items.ts`) → text. Replaced, never mutated. */
export type SourceFiles = Readonly<Record<string, string>>

/** What a learner's file may import from outside: specifier (`hono/cors`) → the names it exports. */
export type PackageExports = Readonly<Record<string, readonly string[]>>

export interface ProgramModule {
  /** The source file it was made from. */
  readonly path: string
  /**
   * An ES module whose default export is `async (require, exports, $$turn, $$import) => { … }`, line for line the source
   * file. It exports its function declarations at once and runs the rest when `$$turn` resolves (src/sandbox/evaluate.ts).
   */
  readonly code: string
  /** Relative specifiers as written → paths of this program. Anything else that is required is a package. */
  readonly imports: Readonly<Record<string, string>>
  /** The same of `import()`. */
  readonly dynamicImports: Readonly<Record<string, string>>
  /** Only `import()` leads here: it runs when it is first asked for. */
  readonly lazy: boolean
}

/** Something every engine can run. */
export interface Program {
  readonly entry: string
  /** In order of evaluation: what a module imports stands before it, but where imports form a cycle. */
  readonly modules: readonly ProgramModule[]
  /** Package specifiers that the modules import, each once. */
  readonly packages: readonly string[]
}

/** Something wrong in a source file that keeps the program from running. `line` and `column` count from 1. */
export interface Diagnostic {
  readonly path: string
  readonly line: number
  readonly column: number
  /** Where the marked text ends on the same line; the end of the line when unknown. */
  readonly endColumn: number
  readonly message: string
}

export type Compilation =
  | { readonly program: Program; readonly diagnostics: readonly [] }
  | { readonly program: null; readonly diagnostics: readonly Diagnostic[] }
