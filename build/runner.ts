/**
 * Bundles the runner of the node engine into one file, which Node starts (src/sandbox/runner/).
 * @module
 */

import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

/** Packages that the runner shares with the programs it runs: there is one copy of each. */
const shared = /^(?:node:|hono(?:\/|$)|@hono\/|ws$|zod$)/

const bundle = async (root: string): Promise<string> => {
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'node20',
      minify: false,
      lib: { entry: join(root, 'src/sandbox/runner/runner.ts'), formats: ['es'], fileName: 'runner' },
      rolldownOptions: { external: shared },
    },
  })
  const [first] = Array.isArray(output) ? output : []
  const [chunk] = first?.output ?? []
  if (chunk?.type !== 'chunk')
    throw new Error('could not bundle the runner: because the build gave no script; see above')
  return chunk.code
}

/**
 * @param root of the repository, where `node_modules` is
 * @returns the path of the runner's file. It is named after its content, so that processes that build it at the same
 *   time, from different sources or the same, do not disturb each other.
 */
export const buildRunner = async (root: string): Promise<string> => {
  const code = await bundle(root)
  const folder = join(root, 'node_modules/.cache/rendition')
  const path = join(folder, `runner-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`)
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
