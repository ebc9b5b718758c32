/**
 * A program in a realm: its modules loaded once, evaluated anew for every check.
 * @module
 */

import type { Program } from '../../../compile/program.ts'
import type { AppFailure } from '../../../http/http.ts'
import { type Exports, evaluateModules, type LoadedModule } from '../../evaluate.ts'
import type { Env } from '../../sandbox.ts'
import { describeError, positionOf } from './stack.ts'

export type Fetch = (request: Request, env: Env, context: unknown) => unknown

/** A program that was evaluated and can answer. */
export interface Evaluated {
  readonly fetch: Fetch
  /** The program's own `stop()`; does nothing where it has none. */
  readonly stop: () => Promise<void>
}

/** Why there is nothing to answer. */
export class LoadFailure extends Error {
  constructor(readonly failure: AppFailure) {
    super(failure.message)
  }
}

export interface LoadedProgram {
  readonly paths: readonly string[]
  /** @throws {LoadFailure} */
  evaluate(env: Env): Promise<Evaluated>
}

type Packages = ReadonlyMap<string, Exports>

export const loadProgram = async ({ entry, modules }: Program, packages: Packages): Promise<LoadedProgram> => {
  const paths = modules.map(({ path }) => path)
  const failed = (error: unknown): LoadFailure =>
    new LoadFailure({ kind: 'load-threw', message: describeError(error), at: positionOf(error, paths) })
  const loaded = await Promise.all(
    modules.map(async ({ path, code, imports }): Promise<LoadedModule> => {
      const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
      try {
        return { path, imports, run: (await import(/* @vite-ignore */ url)).default }
      } finally {
        URL.revokeObjectURL(url)
      }
    }),
  ).catch(error => {
    throw failed(error)
  })
  const evaluate = async (env: Env): Promise<Evaluated> => {
    const served: { fetch: Fetch | null } = { fetch: null }
    try {
      const evaluated = await evaluateModules(loaded, packagesFor(packages, served))
      const exports = evaluated.get(entry) ?? {}
      const { start, stop } = exports
      if (typeof start === 'function') await start(env)
      const fetch = fetchOf(exports.default) ?? served.fetch
      if (fetch) return { fetch, stop: async () => (typeof stop === 'function' ? void (await stop()) : undefined) }
    } catch (error) {
      throw failed(error)
    }
    throw new LoadFailure({ kind: 'no-app', message: '', at: { path: entry, line: 1, column: 1 } })
  }
  return { paths, evaluate }
}

const fetchOf = (app: unknown): Fetch | null => {
  if ((typeof app !== 'object' && typeof app !== 'function') || app === null) return null
  const fetch: unknown = Reflect.get(app, 'fetch')
  return typeof fetch === 'function' ? (...args) => Reflect.apply(fetch, app, args) : null
}

/** `serve()` of `@hono/node-server` opens no port here: it hands over the `fetch` that it was given. */
const packagesFor = (packages: Packages, served: { fetch: Fetch | null }) => {
  const serve = (options: unknown) => {
    served.fetch = fetchOf(options)
    return { close: () => undefined, on: () => undefined, address: () => null }
  }
  const nodeServer: Exports = { __esModule: true, serve }
  return (specifier: string): Exports => {
    const found = specifier === '@hono/node-server' ? nodeServer : packages.get(specifier)
    if (!found) {
      const why = /^\.{0,2}\//.test(specifier)
        ? 'files are found by import statements only, not by import()'
        : 'it is not a package of this exercise'
      throw new Error(`could not import "${specifier}": ${why}`)
    }
    return found
  }
}
