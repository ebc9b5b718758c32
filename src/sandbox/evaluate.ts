/**
 * Evaluates a program's modules as an ES module loader would: dependencies first, top-level `await` awaited, cycles
 * allowed, functions hoisted, `import()`ed files when they are asked for. Calling it again gives modules that share
 * nothing with the evaluation before.
 * @module
 */

import type { ProgramModule } from '../compile/program.ts'

export type Exports = Record<string, unknown>

/** The default export of a program module's code. */
export type ModuleFunction = (
  require: (specifier: string) => Exports,
  exports: Exports,
  turn: Promise<void>,
  importModule: (specifier: string) => Promise<Exports>,
) => Promise<void>

export interface LoadedModule extends Omit<ProgramModule, 'code'> {
  readonly run: ModuleFunction
}

interface Evaluating {
  readonly module: LoadedModule
  /** Runs it, once; whoever asks again waits for the same. */
  readonly evaluate: () => Promise<void>
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
  const evaluating: readonly Evaluating[] = modules.map(module => {
    const { path, imports, dynamicImports, run } = module
    const exports = evaluated.get(path) ?? {}
    const exportsOf = (targets: ProgramModule['imports'], specifier: string): Exports =>
      (Object.hasOwn(targets, specifier) ? evaluated.get(targets[specifier] ?? '') : undefined) ??
      requirePackage(specifier)
    const require = (specifier: string): Exports => exportsOf(imports, specifier)
    const importModule = async (specifier: string): Promise<Exports> => {
      const found = exportsOf(dynamicImports, specifier)
      for (const one of lazyFrom(dynamicImports[specifier] ?? '', evaluating)) await one.evaluate()
      return found
    }
    let begin: () => void = () => undefined
    const turn = new Promise<void>(resolve => {
      begin = resolve
    })
    const done = run(require, exports, turn, importModule)
    const evaluate = (): Promise<void> => {
      begin()
      return done
    }
    return { module, evaluate }
  })
  for (const { module, evaluate } of evaluating) if (!module.lazy) await evaluate()
  return evaluated
}

/** The lazy modules that a path needs, itself among them, in order of evaluation. */
const lazyFrom = (path: string, evaluating: readonly Evaluating[]): readonly Evaluating[] => {
  const needed = new Set([path])
  // A set that grows is walked to its end.
  for (const one of needed) {
    const module = evaluating.find(({ module }) => module.path === one)?.module
    if (module?.lazy) for (const target of Object.values(module.imports)) needed.add(target)
  }
  return evaluating.filter(({ module }) => module.lazy && needed.has(module.path))
}
