/**
 * Starting and ending processes, and what they find.
 * @module
 */

import { CONTAINER_LIMITS } from '../../sandbox/webcontainer/limits.ts'
import end from '../scripts/end.mjs?raw'
import environment from '../scripts/environment.mjs?raw'
import lines from '../scripts/lines.mjs?raw'
import version from '../scripts/version.mjs?raw'
import worker from '../scripts/worker.mjs?raw'
import { median } from './alphabet.ts'
import { type Finding, type Probe, USUAL_LIMIT } from './probe.ts'
import type { ProbedProcess } from './process.ts'
import type { Trial } from './trial.ts'

/** How long an exit is waited for, ms. */
const EXIT_LIMIT = 8_000
/** How long the code gives a process that it ended, ms. */
const KILL_LIMIT = CONTAINER_LIMITS.end
const STILL_THERE = `It was still there ${KILL_LIMIT / 1000} s later.`

const versionOfNode: Probe = {
  id: 'node-version',
  title: 'The version of Node',
  assumption: 'It is Node 20.19, 22.12, or a newer one.',
  otherwise:
    'What programs may import is tested with these only; the self-check before first use tells whether it works.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const answer = await trial.ask(version)
    const node = answer.string('node')
    const [major = 0, minor = 0] = node.split('.').map(Number)
    const holds = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
    const strips = answer.string('strips')
    const seen = `It is Node ${node} on "${answer.string('platform')}". It takes types out of files: ${strips}.`
    return { holds, seen, measured: { residentBytes: answer.number('rss'), heapBytes: answer.number('heapUsed') } }
  },
}

/** How often Node is started: the first time it is cold. */
const TURNS = 3

const firstOutput: Probe = {
  id: 'first-output',
  title: 'Starting Node',
  assumption: `A process says its first word within ${CONTAINER_LIMITS.ready / 1000} s.`,
  otherwise: 'The WebContainer is not used; the badge says that Node could not be started, and offers to try again.',
  matters: true,
  limit: TURNS * CONTAINER_LIMITS.ready + 5_000,
  async run(trial) {
    const times: number[] = []
    for (let turn = 0; turn < TURNS; turn += 1) {
      const process = await trial.start(version)
      const first = await process.when(() => process.chunks[0]?.at ?? null, CONTAINER_LIMITS.ready)
      if (first === null) return { holds: false, seen: `Process ${turn + 1} said nothing in time.`, measured: {} }
      times.push(first)
    }
    const [firstMs = 0] = times
    const measured = { firstMs, medianMs: median(times) }
    return { holds: true, seen: `It took ${times.map(Math.round).join(', ')} ms.`, measured }
  },
}

/** Starts a process that should end with a code by itself. */
const endsWith = async (trial: Trial, way: string, expected: number): Promise<Finding> => {
  const process = await trial.start(end, { args: [way] })
  const code = await process.exited(EXIT_LIMIT)
  const seen = code === null ? 'It was still there after 8 s.' : `It ended with code ${code}.`
  return { holds: code === expected, seen, measured: { exitMs: process.exitedAt ?? EXIT_LIMIT } }
}

const exitCode: Probe = {
  id: 'exit-code',
  title: 'The exit code',
  assumption: 'A process that calls process.exit(3) ends, with code 3.',
  otherwise: 'A program that ends itself is shown with another code.',
  matters: true,
  limit: USUAL_LIMIT,
  run: trial => endsWith(trial, 'code', 3),
}

const exitInLoop: Probe = {
  id: 'exit-in-loop',
  title: 'process.exit() in the middle of a loop',
  assumption: 'process.exit() in a loop that never gives way ends the process there and then.',
  otherwise: 'A program whose endless loop was recognised goes on, and counts as one that cannot be ended.',
  matters: true,
  limit: USUAL_LIMIT,
  run: trial => endsWith(trial, 'loop', 7),
}

interface Killed {
  readonly process: ProbedProcess
  /** Null when it is still there. */
  readonly code: number | null
  readonly ms: number
}

const kill = async (trial: Trial, args: readonly string[]): Promise<Killed> => {
  const process = await trial.start(end, { args })
  await trial.answerOf(process)
  // So that a loop has begun: it gives the answer above its time to be sent.
  await process.when(() => null, 500)
  const began = performance.now()
  process.kill()
  return { process, code: await process.exited(KILL_LIMIT), ms: performance.now() - began }
}

const killIdle: Probe = {
  id: 'kill-idle',
  title: 'Ending a process that waits',
  assumption: `kill() ends a process that waits for something, within ${KILL_LIMIT / 1000} s.`,
  otherwise: 'Processes pile up; after two that cannot be ended the container is booted again.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const { code, ms } = await kill(trial, ['idle'])
    const seen = code === null ? STILL_THERE : `It ended, with code ${code}.`
    return { holds: code !== null, seen, measured: { ms } }
  },
}

const killLoop: Probe = {
  id: 'kill-loop',
  title: 'Ending a process that is in an endless loop',
  assumption: 'kill() does not end a process that is in a loop without any waiting in it.',
  otherwise: 'Nothing: it is better than what is counted on, and the container need not be booted again.',
  matters: false,
  limit: USUAL_LIMIT,
  async run(trial) {
    const { process, code, ms } = await kill(trial, ['spin', '5000'])
    // What comes next must find the core free.
    await process.exited(EXIT_LIMIT)
    const seen = code === null ? STILL_THERE : `It ended, with code ${code}.`
    return { holds: code === null, seen, measured: { ms } }
  },
}

const together: Probe = {
  id: 'two-at-once',
  title: 'Two processes at a time',
  assumption: 'Two processes run side by side, and each is heard by itself.',
  otherwise: 'There is no process in reserve, and every run waits for Node to start.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const both = [await trial.start(lines), await trial.start(lines)]
    for (const process of both) await trial.answerOf(process)
    for (const process of both) await process.write('abc\n')
    const lengths = await Promise.all(both.map(async process => (await trial.answerOf(process)).number('length')))
    return {
      holds: lengths.join() === '3,3',
      seen: `They heard ${lengths.join(' and ')} characters of 3.`,
      measured: {},
    }
  },
}

const emptied: Probe = {
  id: 'environment',
  title: 'The environment of a process',
  assumption: 'A process has the variables it is given, and process.env can be emptied.',
  otherwise: 'Programs see variables that they do not have elsewhere.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const answer = await trial.ask(environment, { env: { SELF_TEST: 'given' } })
    const [before, after] = [answer.number('before'), answer.number('after')]
    const given = answer.string('given') === 'given'
    const seen = `There were ${before} variables, ${given ? 'ours among them' : 'ours not among them'}, and then ${after}.`
    return { holds: given && after === 0, seen, measured: { before, after } }
  },
}

const threads: Probe = {
  id: 'worker-threads',
  title: 'Worker threads',
  assumption: 'node:worker_threads works; nothing is built on it so far.',
  otherwise: 'Nothing: it is not used there.',
  matters: false,
  limit: USUAL_LIMIT,
  async run(trial) {
    const answer = await trial.ask(worker)
    const heard = answer.string('heard')
    return { holds: heard === 'hello!', seen: `The thread said "${heard}".`, measured: { ms: answer.number('ms') } }
  },
}

export const processProbes: readonly Probe[] = [
  // Its limit is the one for a cold start; the others take Node to be warm.
  firstOutput,
  versionOfNode,
  exitCode,
  exitInLoop,
  killIdle,
  together,
  emptied,
  threads,
]

/** Keeps a core busy for seconds where it holds, and so comes after all that is measured. */
export const killLoopProbe = killLoop
