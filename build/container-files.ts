/**
 * A Vite plugin for what the page puts into a WebContainer: `virtual:container-files` says where these files are. They are
 * fetched when a container is booted, and nothing of them is in the page's own scripts.
 * @module
 */

import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { type PackageFiles, packageFiles } from './container-packages.ts'
import { type Bundle, packageExports, rareBundles } from './packages.ts'
import { bundleRunner } from './runner.ts'
import { encodeSnapshot } from './snapshot.ts'

const id = 'virtual:container-files'
/** Where the development server gives what a build emits as files. */
const developmentPath = '/@container-files/'

/** What the page is given an address of, with the names of the files in a build. */
const names = { snapshot: 'container-packages.bin', runner: 'container-runner.mjs', serve: 'container-serve.mjs' }
type ContainerFile = keyof typeof names
const containerFiles = Object.keys(names) as readonly ContainerFile[]

/** Whether a file of a build is one of these. Without a network there is no container, so they are not kept for it. */
export const isContainerFile = (fileName: string): boolean =>
  /^assets\/container-(?:packages-[^/]+\.bin|(?:runner|serve)-[^/]+\.mjs)$/.test(fileName)

/** `node_modules` as the runner and most programs need it. */
export const containerPackages = async (root: string): Promise<PackageFiles> => {
  const rare = rareBundles.flatMap(([, { specifiers }]) => specifiers)
  const common = Object.keys(await packageExports()).filter(specifier => !rare.includes(specifier))
  return packageFiles(root, common)
}

/** What a bundle adds to these, for programs that need it. */
export const furtherPackages = async (root: string, { specifiers, wasm }: Bundle): Promise<PackageFiles> => {
  const common = await containerPackages(root)
  const all = packageFiles(root, specifiers, wasm === null ? [] : [wasm])
  return new Map([...all].filter(([path]) => !common.has(path)))
}

/** `168 files, 1.1 MB, 238 kB compressed` */
const sizeOf = (count: number, snapshot: Uint8Array): string =>
  `${count} files, ${(snapshot.length / 1e6).toFixed(1)} MB, ${Math.round(gzipSync(snapshot).length / 1e3)} kB compressed`

const contentOf = async (root: string, file: ContainerFile): Promise<string | Uint8Array> =>
  file === 'snapshot' ? encodeSnapshot(await containerPackages(root)) : bundleRunner(root, file)

/** @param addresses an expression for the address of each */
const source = (addresses: readonly (readonly [ContainerFile, string])[]): string =>
  `export default { ${addresses.map(([file, address]) => `${file}: ${address}`).join(', ')} }`

export const filesForContainer = (): Plugin => {
  let root = ''
  let isBuild = false
  return {
    name: 'rendition:container-files',
    configResolved(config) {
      root = config.root
      isBuild = config.command === 'build'
    },
    configureServer(server) {
      server.middlewares.use(developmentPath, (request, response, next) => {
        const file = containerFiles.find(one => request.url === `/${names[one]}`)
        if (!file) return next()
        const type = file === 'snapshot' ? 'application/octet-stream' : 'text/javascript'
        contentOf(root, file).then(content => response.setHeader('content-type', type).end(content), next)
      })
    },
    resolveId: specifier => (specifier === id ? `\0${id}` : null),
    async load(module) {
      if (module !== `\0${id}`) return null
      if (!isBuild) return source(containerFiles.map(file => [file, JSON.stringify(developmentPath + names[file])]))
      const packages = await containerPackages(root)
      const snapshot = encodeSnapshot(packages)
      // Shown by every build: what it weighs on the network is decided by what is offered to programs.
      console.log(`container: ${sizeOf(packages.size, snapshot)}`)
      const emitted = containerFiles.map(async file => {
        const content = file === 'snapshot' ? snapshot : await bundleRunner(root, file)
        const asset = this.emitFile({ type: 'asset', name: names[file], source: content })
        return [file, `import.meta.ROLLUP_FILE_URL_${asset}`] as const
      })
      return source(await Promise.all(emitted))
    },
  }
}
