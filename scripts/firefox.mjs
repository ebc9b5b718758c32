/**
 * Finds a Firefox for the tests that run in it. Packages must be installed.
 * @module
 */

import { homedir } from 'node:os'
import { join } from 'node:path'
import { findOnPath, pathsOf, takesPackages, thisMachine } from './machine.mjs'

/** Debian's package, and the program in it. */
const debian = 'firefox-esr'

/**
 * The program of a Firefox, from the first place that has one: `FIREFOX_PATH`, an installed Firefox, and as root on
 * Debian the package `firefox-esr`, which is installed then.
 * @param {import('./machine.mjs').Machine} [machine]
 * @returns {Promise<string | null>} null where there is none and none can be installed
 * @throws {Error} when FIREFOX_PATH is wrong, or Debian's package was not installed
 */
export async function findFirefox(machine = thisMachine) {
  const chosen = machine.env.FIREFOX_PATH
  if (chosen) {
    if (machine.isProgram(chosen)) return chosen
    throw new Error(
      `could not start Firefox: because FIREFOX_PATH is ${chosen}, which is not a program; correct or unset it`,
    )
  }
  const installed = installedPaths(machine).find(machine.isProgram)
  if (installed !== undefined) return installed
  if (!takesPackages(machine)) return null
  await machine.installDebian(debian)
  const packaged = findOnPath(debian, machine)
  if (packaged !== undefined) return packaged
  throw new Error(
    `could not find a Firefox for the tests: because there is none, and apt-get did not install ${debian}; ` +
      'install Firefox, or set FIREFOX_PATH',
  )
}

/**
 * How the tests start the Firefox that was found. They need its own modules, to switch off what gets in the way.
 * @param {string} executablePath
 */
export function launchOptions(executablePath) {
  return {
    browser: /** @type {const} */ ('firefox'),
    protocol: /** @type {const} */ ('webDriverBiDi'),
    executablePath,
    headless: true,
    args: ['--remote-allow-system-access'],
    // A mouse (fine, hovers), which a machine without a screen does not have; without one the page has no Monaco.
    extraPrefsFirefox: { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 },
  }
}

/** @param {import('./machine.mjs').Machine} machine @returns {string[]} where installers put a Firefox */
function installedPaths({ env, platform }) {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')]
    return folders.map(folder => `${folder}/Firefox.app/Contents/MacOS/firefox`)
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(one => one !== undefined)
    return folders.map(folder => join(folder, 'Mozilla Firefox/firefox.exe'))
  }
  return ['firefox', debian].flatMap(name => pathsOf(name, env))
}
