/**
 * What becomes of what a process writes, on its way to the page.
 * @module
 */

import end from '../scripts/end.mjs?raw'
import write from '../scripts/write.mjs?raw'
import { alphabet, median } from './alphabet.ts'
import { type Finding, type Probe, USUAL_LIMIT } from './probe.ts'
import type { Trial } from './trial.ts'

/** How long output is waited for, ms. */
const OUTPUT_LIMIT = 8_000
/** How long after an exit is listened for more, ms. */
const AFTERWARDS = 1_000
/** Characters that a process writes and then leaves: more than a pipe or a terminal takes at a time. */
const LEAVING = 70_000

/** Lines of a hundred characters: enough to see how output is cut, few enough for what cuts it into single characters. */
const LINES = 300

/** Has a script write a long line in square brackets, and says what of it arrived. */
const writeLong = async (trial: Trial, way: 'long' | 'descriptor' | 'leave', length: number): Promise<Finding> => {
  const process = await trial.start(write, { args: [way, String(length)] })
  const expected = `[${alphabet(length)}]`
  const isWhole = () => (process.text.includes(expected) ? process.elapsed() : null)
  if (way === 'leave') await process.exited(OUTPUT_LIMIT)
  const whole = await process.when(isWhole, way === 'leave' ? AFTERWARDS : OUTPUT_LIMIT)
  const sizes = process.chunks.map(({ size }) => size)
  return {
    holds: whole !== null,
    seen: whole !== null ? 'All of it arrived.' : `Of ${expected.length} characters ${process.text.length} arrived.`,
    measured: { chunks: sizes.length, largestChunk: Math.max(0, ...sizes), ms: process.elapsed() },
  }
}

const longOut: Probe = {
  id: 'line-out',
  title: 'A line of 100 kB from a process',
  assumption: 'A long line arrives whole, in as many pieces as it may be.',
  otherwise: 'A message that was cut is seen by its length and thrown away. Long ones go by way of a file.',
  matters: true,
  limit: USUAL_LIMIT,
  run: trial => writeLong(trial, 'long', 100_000),
}

const chunks: Probe = {
  id: 'output-chunks',
  title: 'The pieces that output comes in',
  assumption: 'Half of the pieces are of 40 characters or more: every piece costs a crossing to the page.',
  otherwise: 'It goes on as it is, and slowly: a program that writes much may be taken for one that hangs.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const process = await trial.start(write, { args: ['lines', String(LINES)] })
    await trial.answerOf(process)
    const sizes = process.chunks.map(({ size }) => size)
    const middle = median(sizes)
    const measured = { chunks: sizes.length, median: middle, smallest: Math.min(...sizes), largest: Math.max(...sizes) }
    const seen = `${LINES / 10} kB came in ${sizes.length} pieces, of ${middle} characters in the middle.`
    return { holds: middle >= 40, seen, measured: { ...measured, ms: process.elapsed() } }
  },
}

const newlines: Probe = {
  id: 'newlines',
  title: 'The end of a line',
  assumption: 'A \\n that a process writes arrives as \\r\\n.',
  otherwise: 'Nothing: a \\r at the end of a line is cut off where there is one.',
  matters: false,
  limit: USUAL_LIMIT,
  async run(trial) {
    const process = await trial.start(write, { args: ['newlines'] })
    const text = await process.when(() => /\[one[\s\S]*three\]/.exec(process.text)?.[0] ?? null, OUTPUT_LIMIT)
    return { holds: text === '[one\r\ntwo\r\nthree]', seen: `What came is ${JSON.stringify(text)}.`, measured: {} }
  },
}

const descriptor: Probe = {
  id: 'write-sync',
  title: 'Writing to the file descriptor 1',
  assumption: 'What is written with fs.writeSync(1, …) reaches the output.',
  otherwise:
    'Nothing where standard output is a terminal: the runner writes to process.stdout there. Else it is never heard of, and the WebContainer is not used.',
  matters: true,
  limit: USUAL_LIMIT,
  run: trial => writeLong(trial, 'descriptor', LEAVING),
}

const leaving: Probe = {
  id: 'exit-keeps-output',
  title: 'Writing, and ending at once',
  assumption: 'What was written to process.stdout before process.exit() still arrives.',
  otherwise:
    'Why a process ended itself is not heard: its last words are missing, and a loop without an end is told by the clock of the page, later.',
  matters: true,
  limit: USUAL_LIMIT,
  run: trial => writeLong(trial, 'leave', LEAVING),
}

/** How long the code waits after an exit, ms. */
const GRACE = 100

const afterExit: Probe = {
  id: 'output-after-exit',
  title: 'Output that comes after the exit',
  assumption: 'All output is there 100 ms after the exit was reported.',
  otherwise: 'The last lines of a program that ends itself are missing from what is shown.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const process = await trial.start(write, { args: ['leave', '20000'] })
    await process.exited(OUTPUT_LIMIT)
    await process.when(() => null, AFTERWARDS)
    const { chunks, exitedAt } = process
    if (exitedAt === null) throw new Error('the process did not end')
    const late = chunks.filter(({ at }) => at > exitedAt)
    const lastMs = Math.max(0, ...late.map(({ at }) => at - exitedAt))
    const seen = late.length === 0 ? 'Nothing came after it.' : `${late.length} pieces came after it.`
    return { holds: lastMs <= GRACE, seen, measured: { late: late.length, lastMs } }
  },
}

const closing: Probe = {
  id: 'output-closes',
  title: 'The end of the output',
  assumption: 'The output of a process stays open when it has ended, and so its end is never waited for.',
  otherwise: 'Nothing: that it is closed is not needed.',
  matters: false,
  limit: USUAL_LIMIT,
  async run(trial) {
    const process = await trial.start(end, { args: ['code'] })
    await process.exited(OUTPUT_LIMIT)
    const closed = await process.when(() => process.closedAt, AFTERWARDS)
    const seen = closed === null ? 'It was still open a second after the exit.' : 'It was closed.'
    return {
      holds: closed === null,
      seen,
      measured: closed === null ? {} : { closedMs: closed - (process.exitedAt ?? 0) },
    }
  },
}

export const outputProbes: readonly Probe[] = [longOut, chunks, newlines, descriptor, leaving, afterExit, closing]
