/**
 * The command line. `scripts/cli.mjs` evaluates this module; when its evaluation is over, so is the command.
 * @module
 */

import { exerciseIds, exerciseToRecord } from './exercises.ts'
import { record } from './record.ts'

const USAGE = `npm run record                      records every exercise
npm run record -- 08-status-codes   records one`

const [command, ...ids] = process.argv.slice(2)

if (command === 'record') {
  for (const id of ids.length > 0 ? ids : exerciseIds()) {
    await record(await exerciseToRecord(id), line => console.log(line))
  }
} else {
  throw new Error(`could not run "${command ?? ''}": because there is no such command; use one of these:\n${USAGE}`)
}
