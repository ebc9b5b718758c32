/**
 * Entry of `node serve.mjs <program.json>`: serves a program (src/compile/program.ts) on `PORT` until it is told to stop.
 * Packages are in a `node_modules` beside or above it. What the program throws or leaves unhandled ends it as Node does,
 * which shows the learner's file and line.
 * @module
 */

import { readFileSync } from 'node:fs'
import type { Program } from '../../compile/program.ts'
import type { Env } from '../sandbox.ts'
import { installGuard } from './guard.ts'
import { serveProgram } from './serve-program.ts'

const fail = (why: string): never => {
  process.stderr.write(`could not serve the app: because ${why}\n`)
  process.exit(1)
}

const read = (file: string | undefined): Program => {
  try {
    return JSON.parse(readFileSync(file ?? fail('no program is named; run "node serve.mjs program.json"'), 'utf8'))
  } catch (error) {
    return fail(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

/** ms; whoever looks at an app waits no longer. */
const longestTurn = 10_000
installGuard({
  limit: () => longestTurn,
  over: () => fail(`a loop held the app up for ${longestTurn / 1000} s`),
})

const program = read(process.argv[2])
const served =
  (await serveProgram(program, { port: Number(process.env.PORT ?? 0), env: { ...process.env } as Env })) ??
  fail(`${program.entry} has no app; export it as the default, or hand it to serve()`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The second time it ends at once.
  process.once(signal, () => void served.stop().then(() => process.exit(0)))
}
process.stdout.write(`Listening on http://localhost:${served.port}\n`)
