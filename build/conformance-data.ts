/**
 * A Vite plugin that makes one asset of the conformance suite (tests/conformance/): its cases, as the data they are, and
 * the files of their programs. `virtual:conformance` exports its address, and which build this is. It is compressed here
 * and not left to the host: a few bodies of a megabyte make 6 MB of it, 70 kB compressed, which the service worker can
 * keep like any other file.
 * @module
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { digestSources } from '../scripts/build.mjs'
import type { Suite } from '../src/selftest/conformance/case.ts'
import { areas, cases } from '../tests/conformance/cases/index.ts'
import { filesOf } from '../tests/conformance/programs.ts'

const id = 'virtual:conformance'
/** Where the development server gives what a build emits as a file. */
const developmentPath = '/@conformance.bin'

/** Every program once: many cases share one. */
const suite = (): Suite => ({
  areas,
  programs: Object.fromEntries([...new Set(cases.map(({ program }) => program))].map(name => [name, filesOf(name)])),
})

/** JSON of a `Suite`, as zlib has it (RFC 1950). */
const packedSuite = (): Uint8Array => deflateSync(JSON.stringify(suite()), { level: 9 })

/** `0.1.0+3f2a91c04b7d`: the version, and the beginning of what is in `dist/build.json`. */
const buildName = (root: string, isBuild: boolean): string => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return `${version}+${isBuild ? digestSources(root).slice(0, 12) : 'development'}`
}

export const conformanceData = (): Plugin => {
  let root = ''
  let isBuild = false
  return {
    name: 'rendition:conformance',
    configResolved(config) {
      root = config.root
      isBuild = config.command === 'build'
    },
    configureServer(server) {
      server.middlewares.use(developmentPath, (_request, response) => {
        response.setHeader('content-type', 'application/octet-stream').end(packedSuite())
      })
    },
    resolveId: source => (source === id ? `\0${id}` : null),
    load(module) {
      if (module !== `\0${id}`) return null
      const asset = isBuild ? this.emitFile({ type: 'asset', name: 'conformance.bin', source: packedSuite() }) : null
      const address = asset === null ? JSON.stringify(developmentPath) : `import.meta.ROLLUP_FILE_URL_${asset}`
      return `export const url = ${address}\nexport const build = ${JSON.stringify(buildName(root, isBuild))}`
    },
  }
}
