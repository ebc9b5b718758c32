/**
 * `list`: every exercise, one line each.
 * @module
 */

import { join } from 'node:path'
import type { Arguments } from '../arguments.ts'
import type { Command, ExitCode, Surroundings } from '../command.ts'
import { exerciseFolders, exists, readFrontMatter } from '../exercise-folders.ts'

const run = async (args: Arguments, { terminal, exercises }: Surroundings): Promise<ExitCode> => {
  const listed = await Promise.all(
    (await exerciseFolders(exercises)).map(async exercise => {
      const { title, summary, difficulty, topics, minutes } = await readFrontMatter(exercise)
      const recorded = await exists(join(exercise.folder, 'recording.json'))
      return { id: exercise.id, title, summary, difficulty, topics, minutes, recorded }
    }),
  )
  if (args.has('json')) {
    terminal.print(JSON.stringify({ exercises: listed }, null, 2))
    return 0
  }
  const width = Math.max(0, ...listed.map(({ id }) => id.length))
  for (const { id, title, difficulty, minutes, recorded } of listed) {
    const facts = `${difficulty.padEnd(6)}  ${String(minutes).padStart(3)} min`
    const draft = recorded ? '' : ` ${terminal.paint('yellow', '(not recorded yet, so not in the catalogue)')}`
    terminal.print(`${terminal.paint('bold', id.padEnd(width))}  ${terminal.paint('dim', facts)}  ${title}${draft}`)
  }
  return 0
}

export const list: Command = {
  name: 'list',
  usage: '[--json]',
  summary: 'lists the exercises',
  details: 'One line per exercise: id, difficulty, minutes, title.',
  options: { json: { value: null, about: 'one JSON document: { exercises: [{ id, title, … }] }' } },
  run,
}
