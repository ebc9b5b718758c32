/**
 * `record`: runs exercises' FastAPI originals and writes what they answer to `recording.json`.
 * @module
 */

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordedCheck } from '../../exercise/exercise.ts'
import type { Arguments } from '../arguments.ts'
import type { Command, ExitCode, Surroundings } from '../command.ts'
import { chosenExercises, loadChecks } from '../exercise-folders.ts'
import { findPython } from '../recording/python.ts'
import { record } from '../recording/record.ts'

/** `POST /items 201`, one per request. */
const answersOf = ({ happened }: RecordedCheck): string => {
  const exchanges = happened.flatMap(one =>
    one.kind === 'exchange' ? [one.exchange] : one.kind === 'parallel' ? one.exchanges : [],
  )
  return exchanges.map(({ request: { method, path }, response }) => `${method} ${path} ${response?.status}`).join(', ')
}

const run = async (args: Arguments, { terminal, exercises, env }: Surroundings): Promise<ExitCode> => {
  const chosen = await chosenExercises(exercises, args.positionals)
  const python = await findPython(env)
  terminal.tell(`FastAPI ${python.versions.fastapi}, Python ${python.versions.python}`)
  for (const exercise of chosen) {
    const { id, folder } = exercise
    const checks = await loadChecks(exercise)
    terminal.progress(`${id}: starting the original`)
    const recording = await record(
      { id, folder, checks },
      {
        python,
        tell: line => terminal.tell(`  ${line}`),
        report: (check, recorded) => terminal.tell(`  ${check.id}: ${answersOf(recorded)}`),
      },
    )
    await writeFile(join(folder, 'recording.json'), `${JSON.stringify(recording, null, 2)}\n`)
    terminal.print(`${id}: ${checks.length} checks recorded`)
  }
  return 0
}

export const recordExercises: Command = {
  name: 'record',
  usage: '[exercise…]',
  summary: 'runs the FastAPI originals and keeps what they answer',
  details: `Without an exercise it records all. The original is started once per check, with seed 1. It needs a
Python with FastAPI and uvicorn: the one that FASTAPI_PYTHON names, else one that uv makes, else python3.`,
  options: {},
  run,
}
