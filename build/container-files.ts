/**
 * A Vite plugin for what the page puts into a WebContainer: `virtual:container-files` says where these files are. They are
 * fetched when a container is booted, and nothing of them is in the page's own scripts.
 * @module
 */

import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { type PackageFiles, packageFiles } from './container-packages.ts'
import { type Bundle, packageExports, rareBundleNeeds, rareBundles } from './packages.ts'
import { bundleRunner } from './runner.ts'
import { encodeSnapshot } from './snapshot.ts'

const id = 'virtual:container-files'
/** Where the development server gives what a build emits as files. */
const developmentPath = '/@container-files/'

/** Whether a file of a build is one of these. Without a network there is no container, so they are not kept for it. */
export const isContainerFile = (fileName: string): boolean => /^assets\/container-[^/]+\.(?:bin|mjs)$/.test(fileName)

/** `node_modules` as the runner and most programs need it. */
export const containerPackages = async (root: string): Promise<PackageFiles> => {
  const rare = rareBundles.flatMap(([, { specifiers }]) => specifiers)
  const common = Object.keys(await packageExports()).filter(specifier => !rare.includes(specifier))
  return packageFiles(root, common)
}

/** What a bundle adds to these, for programs that need it. */
export const furtherPackages = (root: string, { specifiers, wasm }: Bundle, common: PackageFiles): PackageFiles => {
  const all = packageFiles(root, specifiers, wasm === null ? [] : [wasm])
  return new Map([...all].filter(([path]) => !common.has(path)))
}

/** `168 files, 1.1 MB, 238 kB compressed` */
const sizeOf = (count: number, snapshot: Uint8Array): string =>
  `${count} files, ${(snapshot.length / 1e6).toFixed(1)} MB, ${Math.round(gzipSync(snapshot).length / 1e3)} kB compressed`

/** @param common what `containerPackages` gives: they take a second to find */
type MakeFile = (root: string, common: PackageFiles) => string | Uint8Array | Promise<string>

const snapshotFile = (bundle: string): string => `container-${bundle}.bin`

/** Of each bundle that is not common. */
const furtherFiles: Readonly<Record<string, MakeFile>> = Object.fromEntries(
  rareBundles.map(([name, bundle]) => [
    snapshotFile(name),
    (root, common) => snapshotOf(snapshotFile(name), furtherPackages(root, bundle, common)),
  ]),
)

/** Names of the files in a build → what makes them. */
const files: Readonly<Record<string, MakeFile>> = {
  [snapshotFile('packages')]: (_root, common) => snapshotOf(snapshotFile('packages'), common),
  'container-runner.mjs': root => bundleRunner(root, 'runner'),
  'container-serve.mjs': root => bundleRunner(root, 'serve'),
  ...furtherFiles,
}

/** What it weighs on the network is decided by what is offered to programs, so every build shows it. */
const snapshotOf = (name: string, packages: PackageFiles): Uint8Array => {
  const snapshot = encodeSnapshot(packages)
  console.log(`${name}: ${sizeOf(packages.size, snapshot)}`)
  return snapshot
}

/** @param addresses an expression for the address of each file */
const source = (addresses: Readonly<Record<string, string>>): string => {
  const further = rareBundles.map(([name]) => `${JSON.stringify(name)}: ${addresses[snapshotFile(name)]}`)
  return `export default {
  snapshot: ${addresses[snapshotFile('packages')]},
  runner: ${addresses['container-runner.mjs']},
  serve: ${addresses['container-serve.mjs']},
  further: { needs: ${JSON.stringify(rareBundleNeeds)}, snapshots: { ${further.join(', ')} } },
}`
}

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
        const name = (request.url ?? '').replace(/^\//, '')
        const make = files[name]
        if (!make) return next()
        const type = name.endsWith('.bin') ? 'application/octet-stream' : 'text/javascript'
        containerPackages(root)
          .then(common => make(root, common))
          .then(content => response.setHeader('content-type', type).end(content), next)
      })
    },
    resolveId: specifier => (specifier === id ? `\0${id}` : null),
    async load(module) {
      if (module !== `\0${id}`) return null
      const names = Object.keys(files)
      if (!isBuild) return source(Object.fromEntries(names.map(name => [name, JSON.stringify(developmentPath + name)])))
      const common = await containerPackages(root)
      const addresses = Object.entries(files).map(async ([name, make]) => {
        const asset = this.emitFile({ type: 'asset', name, source: await make(root, common) })
        return [name, `import.meta.ROLLUP_FILE_URL_${asset}`] as const
      })
      return source(Object.fromEntries(await Promise.all(addresses)))
    },
  }
}
