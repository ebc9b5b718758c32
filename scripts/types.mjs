/**
 * `npm run types`: checks the types of every execution context.
 * @module
 */

import { command } from './commands.mjs'
import { ensureInstalled } from './install.mjs'
import { types } from './stages.mjs'

await command(async () => {
  await ensureInstalled()
  const { failed } = await types()
  if (failed > 0) process.exitCode = 1
})
