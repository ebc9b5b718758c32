/**
 * The command line. `scripts/cli.mjs` evaluates this module; when its evaluation is over, so is the command.
 * @module
 */

import { fileURLToPath } from 'node:url'
import { commands } from './commands.ts'
import { runCommand } from './run-command.ts'
import { createTerminal } from './terminal.ts'

const { argv, env, stdout, stderr } = process

// Whoever reads the results may have read enough: of `rendition list | head`.
stdout.on('error', () => process.exit())

process.exitCode = await runCommand(commands, argv.slice(2), {
  terminal: createTerminal({ stdout, stderr, env }),
  // npm runs a script in the folder of package.json, and says where it was called itself.
  folder: (env.npm_lifecycle_event === 'rendition' ? env.INIT_CWD : undefined) ?? process.cwd(),
  root: fileURLToPath(new URL('../..', import.meta.url)),
  env,
})
