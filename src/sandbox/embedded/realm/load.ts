/**
 * A program in a realm: its modules loaded once, evaluated anew for every check.
 * @module
 */

import type { Program } from '../../../compile/program.ts'
import type { AppFailure } from '../../../http/http.ts'
import { type Exports, evaluateModules, type LoadedModule } from '../../evaluate.ts'
import { describeError, positionOf } from '../../program/stack.ts'
import type { Env } from '../../sandbox.ts'
import type { WebSocketServer } from './sockets/websocket-server.ts'
import { type Fetch, fetchOf, type Served, standIns } from './stand-ins.ts'

/** A program that was evaluated and can answer. */
export interface Evaluated {
  readonly fetch: Fetch
  /** Whether a request may become a WebSocket: not when the program served itself without one. */
  readonly takesSockets: boolean
  /** The one that the program handed to `serve()`. */
  readonly socketServer: WebSocketServer | null
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
    modules.map(async ({ code, ...module }): Promise<LoadedModule> => {
      const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
      try {
        return { ...module, run: (await import(/* @vite-ignore */ url)).default }
      } finally {
        URL.revokeObjectURL(url)
      }
    }),
  ).catch(error => {
    throw failed(error)
  })
  const evaluate = async (env: Env): Promise<Evaluated> => {
    const served: Served = { fetch: null, websockets: null }
    try {
      const evaluated = await evaluateModules(loaded, packagesFor(packages, served))
      const exports = evaluated.get(entry) ?? {}
      const { start, stop } = exports
      if (typeof start === 'function') await start(env)
      const exported = fetchOf(exports.default)
      const fetch = exported ?? served.fetch
      if (fetch) {
        return {
          fetch,
          takesSockets: exported !== null || served.websockets !== null,
          socketServer: served.websockets,
          stop: async () => (typeof stop === 'function' ? void (await stop()) : undefined),
        }
      }
    } catch (error) {
      throw failed(error)
    }
    throw new LoadFailure({ kind: 'no-app', message: '', at: { path: entry, line: 1, column: 1 } })
  }
  return { paths, evaluate }
}

const packagesFor = (packages: Packages, served: Served) => {
  const own = standIns(packages, served)
  return (specifier: string): Exports => {
    const found = own.get(specifier) ?? packages.get(specifier)
    if (found) return found
    const why = /^\.{0,2}\//.test(specifier)
      ? 'files are found by import statements and by import() of a plain string only'
      : 'it is not a package of this exercise'
    throw new Error(`could not import "${specifier}": ${why}`)
  }
}
