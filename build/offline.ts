/**
 * A Vite plugin that makes the service worker of a build: `offline.js` at its root, with the list of what it keeps.
 * @module
 */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { bundleScript } from './bundle-script.ts'
import { isContainerFile } from './container-files.ts'
import { rareBundles } from './packages.ts'

/** Read by hosts, by people and by our own scripts, never by the page. */
const notForThePage = /^(?:(?:headers|build)\.json|licences\.txt)$/

const hashed = /^assets\//

/** The script, the WebAssembly and the types of a bundle that is not common are named after it. */
const groupOf = (fileName: string): string | null =>
  rareBundles.map(([name]) => name).find(name => isNamedAfter(fileName, name)) ?? null

/** With the hash that a build adds. */
const isNamedAfter = (fileName: string, name: string): boolean =>
  new RegExp(`^assets/${name}-[\\w-]{8}\\.(?:js|wasm)$`).test(fileName)

export const offline = (): Plugin => {
  let root = ''
  let publicFolder = ''
  return {
    name: 'rendition:offline',
    enforce: 'post',
    apply: 'build',
    configResolved(config) {
      root = config.root
      publicFolder = config.publicDir
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const revision = (content: string | Uint8Array) =>
          createHash('sha256').update(content).digest('hex').slice(0, 16)
        const files = Object.values(bundle).filter(
          ({ fileName }) => !notForThePage.test(fileName) && !isContainerFile(fileName),
        )
        const rare = files.flatMap(({ fileName }) => {
          const group = groupOf(fileName)
          return group === null ? [] : [{ url: fileName, group }]
        })
        const built = files
          .filter(({ fileName }) => groupOf(fileName) === null)
          .map(file => ({
            url: file.fileName,
            revision: hashed.test(file.fileName) ? null : revision(file.type === 'chunk' ? file.code : file.source),
          }))
        const copied = readdirSync(publicFolder).map(url => ({
          url,
          revision: revision(readFileSync(join(publicFolder, url))),
        }))
        const define = {
          RENDITION_FILES: JSON.stringify([...built, ...copied]),
          RENDITION_RARE_FILES: JSON.stringify(rare),
        }
        const source = await bundleScript(root, { entry: join(root, 'src/offline.worker.ts'), format: 'iife', define })
        this.emitFile({ type: 'asset', fileName: 'offline.js', source })
      },
    },
  }
}
