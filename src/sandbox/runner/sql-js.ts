/**
 * sql.js from the `node_modules` of the runner.
 * @module
 */

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type OwnSqlJs, ownSqlJs } from '../program/sql-js.ts'

/** Node has it, and the types of Node have not. */
declare const WebAssembly: {
  readonly compile: (bytes: Uint8Array) => Promise<object>
  readonly instantiate: (module: object, imports: object) => Promise<object>
}

/** @throws {Error} when it is not installed */
export const loadSqlJs = async (): Promise<OwnSqlJs> => {
  const require = createRequire(import.meta.url)
  const script = require.resolve('sql.js')
  const wasm = await WebAssembly.compile(await readFile(require.resolve('sql.js/dist/sql-wasm.wasm')))
  const evaluate = () => {
    delete require.cache[script]
    return require(script)
  }
  return ownSqlJs(evaluate, imports => WebAssembly.instantiate(wasm, imports))
}
