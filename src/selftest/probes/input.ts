/**
 * What becomes of text on its way into a process: the terminal in between may write it back, cut it or keep it.
 * @module
 */

import lines from '../scripts/lines.mjs?raw'
import { alphabet } from './alphabet.ts'
import { type Finding, type Probe, USUAL_LIMIT } from './probe.ts'
import type { Trial } from './trial.ts'

/** Characters of a long line. */
const LONG = 100_000
/** Characters that are written at a time, safe for the smallest terminal known. */
const PIECE = 1_500

const BY_FILE = 'Messages of more than 1,500 characters go by way of a file, and only its name by the terminal.'

const echo: Probe = {
  id: 'echo',
  title: 'What is written to a process comes back',
  assumption: 'Until a process asks for raw mode, the terminal writes back what was written to it.',
  otherwise: 'Nothing: lines of ours carry a mark, those that come back are skipped, and none is waited for.',
  matters: false,
  limit: USUAL_LIMIT,
  async run(trial) {
    const process = await trial.start(lines)
    const answer = await trial.answerOf(process)
    await process.write('written\n')
    await trial.answerOf(process)
    const holds = process.text.includes('written')
    const terminal = answer.flag('isTerminal') ? 'a terminal' : 'no terminal'
    return { holds, seen: `It ${holds ? 'came' : 'did not come'} back. Its input is ${terminal}.`, measured: {} }
  },
}

const rawMode: Probe = {
  id: 'raw-mode',
  title: 'Raw mode',
  assumption: 'There is process.stdin.setRawMode, and with it nothing is written back.',
  otherwise: `What comes back is skipped. ${BY_FILE}`,
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const process = await trial.start(lines, { args: ['raw'] })
    const canBeRaw = (await trial.answerOf(process)).flag('canBeRaw')
    await process.write('written\n')
    await trial.answerOf(process)
    const came = process.text.includes('written')
    const there = canBeRaw ? 'setRawMode is there' : 'There is no setRawMode'
    return {
      holds: canBeRaw && !came,
      seen: `${there}, and the line ${came ? 'came' : 'did not come'} back.`,
      measured: {},
    }
  },
}

/** Writes a long line and says what of it the process had. */
const longLine = async (trial: Trial, mode: 'raw' | 'cooked', piece: number): Promise<Finding> => {
  const process = await trial.start(lines, { args: [mode] })
  await trial.answerOf(process)
  const text = `${alphabet(LONG)}\n`
  const began = performance.now()
  for (let start = 0; start < text.length; start += piece) await process.write(text.slice(start, start + piece))
  const answer = await trial.answerOf(process)
  const length = answer.number('length')
  const whole = length === LONG && answer.flag('intact')
  const seen = whole ? 'All of it was there.' : `Of ${LONG} characters ${length} were there.`
  return { holds: whole, seen, measured: { length, pieces: answer.number('pieces'), ms: performance.now() - began } }
}

const longInPieces: Probe = {
  id: 'line-in-pieces',
  title: 'A line of 100 kB to a process, in pieces of 1,500 characters',
  assumption: 'In raw mode a long line that is written in pieces arrives whole.',
  otherwise: BY_FILE,
  matters: true,
  limit: USUAL_LIMIT,
  run: trial => longLine(trial, 'raw', PIECE),
}

const longAtOnce: Probe = {
  id: 'line-in-whole',
  title: 'A line of 100 kB to a process, at once',
  assumption: 'In raw mode a long line that is written at once arrives whole.',
  otherwise: BY_FILE,
  matters: true,
  limit: USUAL_LIMIT,
  run: trial => longLine(trial, 'raw', LONG + 1),
}

const longCooked: Probe = {
  id: 'line-in-cooked',
  title: 'A line of 100 kB to a process that did not ask for raw mode',
  assumption: 'Without raw mode the terminal cuts a line, as Linux does after 4,095 characters.',
  otherwise: 'Nothing: more than is counted on gets through.',
  matters: false,
  limit: USUAL_LIMIT,
  async run(trial) {
    const { holds: whole, seen, measured } = await longLine(trial, 'cooked', LONG + 1)
    return { holds: !whole, seen, measured }
  },
}

export const inputProbes: readonly Probe[] = [echo, rawMode, longInPieces, longAtOnce, longCooked]
