/**
 * Installs what is missing, so that every command works on a fresh clone. Node builtins only.
 * @module
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './commands.mjs'

const supported = '20.19, 22.12, or 24 and newer'

/**
 * Why this version of Node cannot be used, as a sentence; null when it can. The same range as `engines` in
 * package.json.
 * @param {string} version `20.19.0`
 * @returns {string | null}
 */
export function whyNotNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24) return null
  return `could not start: because this is Node ${version}; install Node ${supported} (https://nodejs.org)`
}

/**
 * Whether the installed packages are those of package-lock.json. Versions are compared, not times: an install may
 * write the lock file last, and a checkout gives it any time. Packages for other platforms may be missing.
 * @param {string} folder the one that package.json is in
 * @returns {boolean}
 */
export function isInstalled(folder) {
  const installedFile = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const installed = readPackages(installedFile)
  return Object.entries(readPackages(join(folder, 'package-lock.json'))).every(([path, { version, optional }]) => {
    const there = installed[path]
    return path === '' || (there === undefined ? optional === true : there.version === version)
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>} path (`node_modules/hono`) → package
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

/**
 * Runs `npm ci` when packages are missing or are not those of package-lock.json.
 * @throws {Error} with what to do, when this Node is too old or npm fails
 */
export async function ensureInstalled() {
  const problem = whyNotNode(process.versions.node)
  if (problem !== null) throw new Error(problem)
  if (isInstalled(root)) return
  console.log('Installing packages (npm ci) …')
  const { code } = await npm(['ci', '--no-audit', '--no-fund'])
  if (code === 0) return
  throw new Error(
    'could not install the packages: because npm ci failed, as shown above; ' +
      'check that this machine is online and reaches the npm registry, then run the command again',
  )
}

/**
 * The npm that started this script, or the one on the PATH (a command file on Windows, which takes a shell). It writes to
 * stderr: stdout may be for results.
 * @param {readonly string[]} args
 */
function npm(args) {
  const script = process.env.npm_execpath
  if (script !== undefined && /npm-cli\.c?js$/.test(script))
    return run(process.execPath, [script, ...args], { show: 'stderr' })
  return run('npm', args, { show: 'stderr', shell: process.platform === 'win32' })
}
