/**
 * `new`: makes the folder of a new exercise.
 * @module
 */

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { ID, numberOf } from '../../exercise/exercise-id.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import type { Command, ExitCode, Surroundings } from '../command.ts'
import { exerciseFolders, exists } from '../exercise-folders.ts'
import { skeletonOf } from '../skeleton/skeleton.ts'
import { LAST_QUESTION } from '../verify/rules-of-brief.ts'

const readId = (positionals: readonly string[]): string => {
  const [id, more] = positionals
  const remedy = 'give the number of the question and a slug, like 08-status-codes'
  if (id === undefined) throw new UsageError('no id is given', remedy)
  if (more !== undefined) throw new UsageError(`"${more}" is one argument too many`, remedy)
  if (!ID.test(id)) throw new UsageError(`"${id}" is no id of an exercise`, remedy)
  const number = numberOf(id)
  if (number >= 1 && number <= LAST_QUESTION) return id
  throw new UsageError(`there is no question ${number}`, `give a number from 01 to ${LAST_QUESTION}`)
}

const run = async (args: Arguments, { terminal, exercises, root }: Surroundings): Promise<ExitCode> => {
  const id = readId(args.positionals)
  const folder = join(exercises, id)
  if (await exists(folder)) throw new UsageError(`${folder} is there already`, 'choose another id, or work in it')
  const twin = (await exerciseFolders(exercises)).find(other => numberOf(other.id) === numberOf(id))
  if (twin) throw new UsageError(`${twin.id} has this number already`, 'choose another, or work in it')
  const check = relative(folder, join(root, 'src/check')).replaceAll('\\', '/')
  const files = Object.entries(skeletonOf({ id, number: numberOf(id), check }))
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  terminal.print(`${terminal.paint('green', '✓')} ${folder}
${files.map(([path]) => `    ${path}`).join('\n')}

Every file says what to write in it, after "WRITE:". Then:
  1. Write original.py and checks.ts, and run: npm run rendition -- record ${id}
     Until it is recorded, the page leaves the exercise out.
  2. Write the solution, and run: npm run rendition -- check ${id} --dir ${join(folder, 'solution')}
  3. Write start/, alt/, wrong/ and brief.md, and run until nothing is left: npm run rendition -- verify ${id}
docs/authoring.md tells the whole way.`)
  return 0
}

export const newExercise: Command = {
  name: 'new',
  usage: '<id>',
  summary: 'makes the folder of a new exercise',
  details: `The id is the number of the interview question, a hyphen and a slug in lower case: 08-status-codes.
The folder works at once: its original, checks and solution are those of one small route, to be replaced.`,
  options: {},
  run,
}
