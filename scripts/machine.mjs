/**
 * What a machine has: programs where installers put them, and on Debian, as root, packages that can be added.
 * @module
 */

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './commands.mjs'

/** What a machine is asked; tests hand in another one. */
export const thisMachine = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  isProgram,
  installDebian,
}

/** @typedef {typeof thisMachine} Machine */

/** @param {string} path @returns {boolean} */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {string} name @param {NodeJS.ProcessEnv} env @returns {string[]} where the PATH would have it */
export function pathsOf(name, env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  return folders.map(folder => join(folder, name))
}

/** @param {string} name @param {Pick<Machine, 'env' | 'isProgram'>} machine */
export function findOnPath(name, { env, isProgram }) {
  return pathsOf(name, env).find(isProgram)
}

/** @param {Machine} machine @returns {boolean} whether packages of Debian can be installed */
export function takesPackages(machine) {
  return machine.isRoot && machine.platform === 'linux' && findOnPath('apt-get', machine) !== undefined
}

/** One apt-get at a time, and the lists of packages once. @type {Promise<boolean> | null} */
let before = null

/**
 * A failure is seen by the program not being there afterwards.
 * @param {string} name of a package
 */
async function installDebian(name) {
  console.log(`Installing Debian's package ${name} (apt-get) …`)
  const ready = before ?? aptGet('update', '-q')
  before = ready.then(
    isReady => isReady && aptGet('install', '-y', '-q', '--no-install-recommends', name).then(() => true),
  )
  await before
}

/** Shows what it wrote only when it failed: other stages write meanwhile. @param {readonly string[]} args */
async function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await run('apt-get', args, { env, show: false })
  if (code !== 0) console.error(output)
  return code === 0
}
