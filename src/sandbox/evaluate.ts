/**
 * Evaluates a program's modules as an ES module loader would: dependencies first, top-level `await` awaited, cycles
 * allowed, functions hoisted. Calling it again gives modules that share nothing with the evaluation before.
 * @module
 */

export type Exports = Record<string, unknown>

/** The default export of a program module's code. */
export type ModuleFunction = (
  require: (specifier: string) => Exports,
  exports: Exports,
  turn: Promise<void>,
) => Promise<void>

export interface LoadedModule {
  readonly path: string
  readonly imports: Readonly<Record<string, string>>
  readonly run: ModuleFunction
}

/**
 * @param modules in order of evaluation
 * @param requirePackage gives a package's exports by its specifier
 * @returns the exports of every module by its path
 * @throws whatever a module throws; modules after it do not run
 */
export const evaluateModules = async (
  modules: readonly LoadedModule[],
  requirePackage: (specifier: string) => Exports,
): Promise<ReadonlyMap<string, Exports>> => {
  const evaluated = new Map<string, Exports>(modules.map(({ path }) => [path, {}]))
  const started = modules.map(({ path, imports, run }) => {
    const require = (specifier: string): Exports => {
      const target = imports[specifier]
      return (target === undefined ? undefined : evaluated.get(target)) ?? requirePackage(specifier)
    }
    let begin: () => void = () => undefined
    const turn = new Promise<void>(resolve => {
      begin = resolve
    })
    return { begin, done: run(require, evaluated.get(path) ?? {}, turn) }
  })
  for (const { begin, done } of started) {
    begin()
    await done
  }
  return evaluated
}
