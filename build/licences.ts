/**
 * A Vite plugin that writes `licences.txt`: the site hands on packages of others, whose licences ask to come with them.
 * @module
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { findPackage, type Package } from './package-exports.ts'

export interface Licence {
  readonly name: string
  readonly version: string
  /** SPDX expression: `MIT`. */
  readonly id: string
  /** What the package's own licence files say; empty where it has none. */
  readonly text: string
}

const licenceFile = /^(?:licen[cs]e|copying|notice)/iu

const licenceOf = ({ folder, manifest: { name, version, license = 'not said' } }: Package): Licence => {
  const files = readdirSync(folder).filter(file => licenceFile.test(file))
  const texts = files.sort().map(file => readFileSync(join(folder, file), 'utf8').trim())
  return { name, version, id: license, text: texts.join('\n\n') }
}

/**
 * Of everything that package.json names under `dependencies`, and what these need in turn: more than the site holds
 * rather than less. In order of names.
 * @param root the folder that package.json and `node_modules` are in
 * @throws {Error} when one of them is not installed
 */
export const licencesOf = (root: string): readonly Licence[] => {
  const found = new Map<string, Package>()
  const follow = (folder: string, dependencies: Readonly<Record<string, string>> = {}): void => {
    for (const name of Object.keys(dependencies)) {
      const one = findPackage(folder, name)
      if (one === null)
        throw new Error(`could not read the licence of ${name}: because it is not installed; run npm ci`)
      if (found.has(one.folder)) continue
      found.set(one.folder, one)
      follow(one.folder, one.manifest.dependencies)
    }
  }
  follow(root, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies)
  return [...found.values()].map(licenceOf).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A package without a licence file still says which licence it is. */
const textOf = ({ name, version, id, text }: Licence): string =>
  `${name} ${version}: ${id}\n\n${text === '' ? `https://spdx.org/licenses/${id}.html` : text}\n`

export const licences = (): Plugin => {
  let root = ''
  return {
    name: 'rendition:licences',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    generateBundle() {
      const between = `\n${'-'.repeat(80)}\n\n`
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licencesOf(root).map(textOf).join(between) })
    },
  }
}
