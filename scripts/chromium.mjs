/**
 * Finds a Chromium for the browser tests and the bench, and says how they start it. Packages must be installed.
 * @module
 */

import { homedir } from 'node:os'
import { join } from 'node:path'
import { thisMachine as anyMachine, findOnPath, pathsOf, takesPackages } from './machine.mjs'

/** What a machine is asked; tests hand in another one. */
const thisMachine = {
  ...anyMachine,
  ownDownload: async () => (await import('playwright-core')).chromium.executablePath(),
}

/**
 * The program of a Chromium, from the first place that has one: `CHROMIUM_PATH`, an installed Chrome, Chromium or
 * Edge, Playwright's own download, and as root on Debian the package `chromium`, which is installed then.
 * @param {typeof thisMachine} [machine]
 * @returns {Promise<string>}
 * @throws {Error} naming what was tried and how to get one
 */
export async function findChromium(machine = thisMachine) {
  const chosen = machine.env.CHROMIUM_PATH
  if (chosen) {
    if (machine.isProgram(chosen)) return chosen
    throw new Error(
      `could not start a browser: because CHROMIUM_PATH is ${chosen}, which is not a program; correct or unset it`,
    )
  }
  const installed = installedPaths(machine).find(machine.isProgram)
  if (installed !== undefined) return installed
  const download = await machine.ownDownload()
  if (machine.isProgram(download)) return download
  const debian = takesPackages(machine)
  if (debian) await machine.installDebian('chromium')
  const packaged = debian ? findOnPath('chromium', machine) : undefined
  if (packaged !== undefined) return packaged
  throw new Error(
    [
      'could not find a Chromium for the browser tests: because there is none in any of these places:',
      '  - the environment variable CHROMIUM_PATH (not set)',
      '  - an installed Google Chrome, Chromium or Microsoft Edge',
      `  - Playwright's own download (${download})`,
      `  - Debian's package chromium (${debian ? 'apt-get did not install it' : 'only as root, where there is apt-get'})`,
      'Install Google Chrome or Chromium, run "npx playwright-core install chromium", or set CHROMIUM_PATH.',
    ].join('\n'),
  )
}

/**
 * How every test and the bench start the browser that `findChromium` found: headless, sandboxed but for root (whom
 * Chromium refuses otherwise), and without traffic of its own.
 * @param {string} executablePath
 */
export function launchOptions(executablePath) {
  return {
    executablePath,
    headless: true,
    chromiumSandbox: !thisMachine.isRoot,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      '--disable-gpu',
    ],
  }
}

/** @param {typeof thisMachine} machine @returns {string[]} where installers put a browser */
function installedPaths({ env, platform }) {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    const folders = ['/Applications', join(homedir(), 'Applications')]
    return names.flatMap(name => folders.map(folder => `${folder}/${name}.app/Contents/MacOS/${name}`))
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(one => one !== undefined)
    const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe']
    return [...programs, 'Microsoft/Edge/Application/msedge.exe'].flatMap(program =>
      folders.map(folder => join(folder, program)),
    )
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  return names.flatMap(name => pathsOf(name, env))
}
