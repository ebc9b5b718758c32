/**
 * Bundles what runs programs in Node, each entry into one file, which Node starts (src/sandbox/runner/).
 * @module
 */

import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

/** `runner` does what a sandbox tells it; `serve` is the program as a server that a person can look at. */
export type RunnerEntry = 'runner' | 'serve'

/** Packages that these files share with the programs they run: there is one copy of each. */
const shared = /^(?:node:|hono(?:\/|$)|@hono\/|ws$|zod$)/

/**
 * The text of the file. It is the same wherever it runs: in the node engine, on the command line and in a WebContainer.
 * @param root of the repository, where `node_modules` is
 */
export const bundleRunner = async (root: string, entry: RunnerEntry): Promise<string> => {
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'node20',
      minify: false,
      lib: { entry: join(root, `src/sandbox/runner/${entry}.ts`), formats: ['es'], fileName: entry },
      rolldownOptions: { external: shared },
    },
  })
  const [first] = Array.isArray(output) ? output : []
  const [chunk] = first?.output ?? []
  if (chunk?.type !== 'chunk')
    throw new Error(`could not bundle the ${entry}: because the build gave no script; see above`)
  return chunk.code
}

/**
 * @param root of the repository, where `node_modules` is
 * @returns the path of the entry's file. It is named after its content, so that processes that build it at the same
 *   time, from different sources or the same, do not disturb each other.
 */
export const buildRunner = async (root: string, entry: RunnerEntry = 'runner'): Promise<string> => {
  const code = await bundleRunner(root, entry)
  const folder = join(root, 'node_modules/.cache/rendition')
  const path = join(folder, `${entry}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`)
  try {
    await access(path)
  } catch {
    await mkdir(folder, { recursive: true })
    // Nobody sees half a file.
    const draft = `${path}.${randomUUID()}`
    await writeFile(draft, code)
    await rename(draft, path)
  }
  return path
}
