/**
 * Entry of the runner: a program that starts in a Node process of its own, with packages in a `node_modules` beside or
 * above it, and runs other programs for the sandbox that started it.
 * @module
 */

import { trackProcess } from './leftovers.ts'
import { openLine } from './line.ts'
import { Log } from './log.ts'
import { captureOutput } from './output.ts'
import { OPTIONS, type RunnerOptions } from './protocol.ts'
import { runTasks } from './run-tasks.ts'
import { warmUp } from './warm-up.ts'
import { watchParent } from './watch-parent.ts'

const options: RunnerOptions = JSON.parse(process.env[OPTIONS] ?? '{}')
const { parent, limits } = options
const line = openLine(options)
const log = new Log(limits, line)
const output = captureOutput(log.write)
log.onFlush = output.flush
if (parent !== null) watchParent(parent)
await warmUp(limits)
runTasks({ line, log, limits, trackProcess })
line.say({ type: 'ready', node: process.versions.node })
