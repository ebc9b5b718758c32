/**
 * `node scripts/cli.mjs <command>`: runs the TypeScript of src/cli/ through Vite, so that it needs no build of its own.
 * @module
 */

import { join } from 'node:path'
import { runnerImport } from 'vite'
import { command, root } from './commands.mjs'

await command(() => runnerImport(join(root, 'src/cli/main.ts'), { root, logLevel: 'error' }))
