/**
 * Builds the page into `dist` when a source has changed since the last build. Node builtins only.
 *
 * What a build was made from is kept in it as a digest, which sees a file that was deleted or checked out with an old
 * time. It is built aside and put in place by renaming: a build that fails leaves the one before, and of two builds at
 * the same time neither is served half written.
 * @module
 */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { command, isMain, root, runTool } from './commands.mjs'
import { ensureInstalled } from './install.mjs'

/** The folder that the built page is in. */
export const dist = join(root, 'dist')

/** Files and folders that a build is made from. */
const sources = [
  'build',
  'exercises',
  'index.html',
  'package-lock.json',
  'public',
  'sandbox-template',
  'selftest',
  'src',
  'tests/conformance',
  'tsconfig.base.json',
  'vite.config.ts',
]

/** In a build: `{ "sources": <digest> }`. */
const stampFile = 'build.json'

/**
 * SHA-256 of every path and text that a build is made from. Tests beside the code are left out.
 * @param {string} folder the one that package.json is in
 * @returns {string} in hexadecimal digits
 */
export function digestSources(folder) {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(path => filesUnder(folder, path))) {
    const bytes = readFileSync(join(folder, path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** @param {string} folder @param {string} path @returns {string[]} paths of files, in an order that never changes */
function filesUnder(folder, path) {
  const stats = statSync(join(folder, path), { throwIfNoEntry: false })
  if (stats === undefined || /\.test\.tsx?$/.test(path)) return []
  if (!stats.isDirectory()) return [path]
  const names = readdirSync(join(folder, path)).sort()
  return names.flatMap(name => filesUnder(folder, `${path}/${name}`))
}

/** @returns {boolean} whether `dist` was built from the sources as they are */
function isBuilt() {
  const file = join(dist, stampFile)
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).sources === digestSources(root)
}

/**
 * Builds when a source has changed since the last build. Packages must be installed.
 * @throws {Error} when the build fails
 */
export async function ensureBuilt() {
  if (!isBuilt()) await build()
}

/** @throws {Error} when the build fails */
export async function build() {
  console.log('Building the page (vite build) …')
  const digest = digestSources(root)
  const aside = join(root, '.cache', `build-${process.pid}`)
  try {
    // A test's NODE_ENV would put React's development build, many times slower, into the page.
    const env = { ...process.env, NODE_ENV: 'production' }
    const args = ['build', '--outDir', aside, '--emptyOutDir', '--logLevel', 'warn']
    // A command whose results are on stdout may be waiting for this.
    const { code } = await runTool('vite', args, { env, show: 'stderr' })
    if (code !== 0) throw new Error('could not build the page: because vite build failed, as shown above')
    await writeFile(join(aside, stampFile), `${JSON.stringify({ sources: digest })}\n`)
    await putInPlace(aside)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/**
 * A folder cannot be renamed over another, so the old one steps aside first. When another build took the place in
 * between, its page is as good as this one.
 * @param {string} aside
 */
async function putInPlace(aside) {
  const old = `${aside}-old`
  if (existsSync(dist)) await rename(dist, old).catch(unlessReplaced)
  await rename(aside, dist).catch(unlessReplaced)
  await rm(old, { recursive: true, force: true })
}

/** @param {unknown} error */
function unlessReplaced(error) {
  if (!isBuilt()) throw error
}

if (isMain(import.meta.url)) {
  await command(async () => {
    await ensureInstalled()
    await build()
  })
}
