/**
 * The packages that a program imports, resolved from where the runner is and loaded once.
 * @module
 */

import type { Exports } from '../evaluate.ts'
import { zodReset } from '../program/zod-reset.ts'
import type { Serving } from './serving.ts'
import { loadSqlJs } from './sql-js.ts'

export interface Packages {
  /** @throws {Error} when it is not among them */
  readonly require: (specifier: string) => Exports
  /** Every evaluation of a program starts with the packages as they were loaded. */
  readonly reset: () => void
}

/** @throws whatever keeps one of them from being imported */
export const loadPackages = async (specifiers: readonly string[], serving: Serving): Promise<Packages> => {
  const resets: (() => void)[] = []
  const standIns: Record<string, () => Promise<Exports>> = {
    '@hono/node-server': async () => {
      const { serve, createAdaptorServer } = serving
      return { ...(await import('@hono/node-server')), serve, createAdaptorServer }
    },
    'sql.js': async () => {
      const { initSqlJs, reset } = await loadSqlJs()
      resets.push(reset)
      return { default: initSqlJs }
    },
  }
  const load = async (specifier: string): Promise<[string, Exports]> => {
    const standIn = Object.hasOwn(standIns, specifier) ? standIns[specifier] : undefined
    const exports: Exports = await (standIn?.() ?? import(/* @vite-ignore */ specifier))
    // `__esModule` keeps a default import from being wrapped again.
    return [specifier, { __esModule: true, ...exports }]
  }
  const loaded = new Map(await Promise.all(specifiers.map(load)))
  // Whatever needs zod says so in its name, and the copy is the same.
  if (specifiers.some(one => one.includes('zod'))) resets.push(zodReset(await import('zod')))
  return {
    require: specifier => {
      const found = loaded.get(specifier)
      if (found) return found
      const why = /^\.{0,2}\//.test(specifier)
        ? 'files are found by import statements and by import() of a plain string only'
        : 'it is not a package of this exercise'
      throw new Error(`could not import "${specifier}": ${why}`)
    },
    reset: () => {
      for (const reset of resets) reset()
    },
  }
}
