/**
 * `npm run rendition -- <command>`: runs the TypeScript of src/cli/ through Vite, so that it needs no build of its own.
 *
 * Stdout is for results: what the project's other scripts say on the way goes to stderr. Exit code 2 means that the
 * command could not be run.
 * @module
 */

import { join } from 'node:path'
import { root } from './commands.mjs'
import { ensureInstalled } from './install.mjs'

console.log = console.error

try {
  await ensureInstalled()
  const { runnerImport } = await import('vite')
  await runnerImport(join(root, 'src/cli/main.ts'), { root, logLevel: 'error' })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
