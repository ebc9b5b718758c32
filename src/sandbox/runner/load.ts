/**
 * A program in this process: its modules and packages loaded once, evaluated anew for every check.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import type { AppFailure } from '../../http/http.ts'
import { evaluateModules, type LoadedModule } from '../evaluate.ts'
import { describeError, positionOf } from '../program/stack.ts'
import type { Env } from '../sandbox.ts'
import { importText } from './import-text.ts'
import { loadPackages } from './packages.ts'
import type { Serving } from './serving.ts'

export type Fetch = (request: Request, env: object, context: object) => unknown

/** A program that was evaluated and can answer. */
export interface Evaluated {
  readonly fetch: Fetch
  /** Whether the entry exports it, rather than handing it to `serve()`. */
  readonly isExported: boolean
  /** The program's own `stop()`; does nothing where it has none. */
  readonly stop: () => Promise<void>
}

export interface LoadedProgram {
  readonly paths: readonly string[]
  /** @returns why there is nothing to answer, when there is not */
  evaluate(env: Env): Promise<Evaluated | AppFailure>
}

export const fetchOf = (app: unknown): Fetch | null => {
  if ((typeof app !== 'object' && typeof app !== 'function') || app === null) return null
  const fetch: unknown = Reflect.get(app, 'fetch')
  return typeof fetch === 'function' ? (...args) => Reflect.apply(fetch, app, args) : null
}

/** @returns why it could not be loaded, when it could not */
export const loadProgram = async (program: Program, serving: Serving): Promise<LoadedProgram | AppFailure> => {
  const paths = program.modules.map(({ path }) => path)
  const failed = (error: unknown): AppFailure => ({
    kind: 'load-threw',
    message: describeError(error),
    at: positionOf(error, paths),
  })
  const noApp: AppFailure = { kind: 'no-app', message: '', at: { path: program.entry, line: 1, column: 1 } }
  try {
    const evaluate = await importProgram(program, serving)
    return { paths, evaluate: env => evaluate(env).then(evaluated => evaluated ?? noApp, failed) }
  } catch (error) {
    return failed(error)
  }
}

/**
 * @returns what evaluates the program; it gives null when the program has no app, and throws what the program throws
 * @throws whatever keeps it from being imported
 */
export const importProgram = async (
  program: Program,
  serving: Serving,
): Promise<(env: Env) => Promise<Evaluated | null>> => {
  const { entry, modules } = program
  const packages = await loadPackages(program.packages, serving)
  const loaded = await Promise.all(
    // Its last line names the learner's file, and so do stacks.
    modules.map(async ({ code, ...module }): Promise<LoadedModule> => ({ ...module, run: await importText(code) })),
  )
  return async env => {
    packages.reset()
    const evaluated = await evaluateModules(loaded, packages.require)
    const exports = evaluated.get(entry) ?? {}
    const { start, stop } = exports
    if (typeof start === 'function') await start(env)
    const exported = fetchOf(exports.default)
    const fetch = exported ?? serving.served
    const isExported = exported !== null
    return (
      fetch && { fetch, isExported, stop: async () => (typeof stop === 'function' ? void (await stop()) : undefined) }
    )
  }
}
