/**
 * Where the project is, and how its tools are started: by this Node and by file, so that no shell and no PATH decides
 * which one runs. Node builtins only: this is loaded before anything is installed.
 * @module
 */

import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that package.json is in. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Tools of `node_modules`, by the file that starts them.
 * @satisfies {Record<string, string>}
 */
const tools = {
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
}

/**
 * What a command wrote (when it was caught) and how it ended: 0 when all went well, null when a signal ended it.
 * @typedef {{ code: number | null, output: string }} Ended
 */

/**
 * What becomes of a program's output: passed on as it comes (the default), all of it passed on to stderr, or caught.
 * @typedef {boolean | 'stderr'} Show
 */

/**
 * Runs a program of this machine to its end.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: Show, shell?: boolean }} [options]
 * @returns {Promise<Ended>} rejects only when the program cannot be started
 */
export function run(file, args, { env = process.env, show = true, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env, shell, stdio: ['ignore', ...outputs(show)] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', text => {
        output += text
      })
    }
    child.on('error', reject)
    child.on('close', code => resolve({ code, output }))
  })
}

/**
 * Runs one of the project's own tools to its end.
 * @param {keyof typeof tools} tool
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: Show }} [options]
 */
export function runTool(tool, args, options) {
  return run(process.execPath, [join(root, 'node_modules', tools[tool]), ...args], options)
}

/** @param {Show} show @returns {['inherit' | 'pipe' | 2, 'inherit' | 'pipe']} of stdout and stderr */
function outputs(show) {
  if (show === 'stderr') return [2, 'inherit']
  return show ? ['inherit', 'inherit'] : ['pipe', 'pipe']
}

/**
 * Runs a command's main function: an error becomes one sentence on stderr and exit code 1, without a stack.
 * @param {() => Promise<unknown>} main
 */
export async function command(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

/**
 * Whether this file is the one Node was started with.
 * @param {string} url the caller's `import.meta.url`
 */
export function isMain(url) {
  return process.argv[1] !== undefined && fileURLToPath(url) === realpathSync(process.argv[1])
}
