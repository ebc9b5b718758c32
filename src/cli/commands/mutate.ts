/**
 * `mutate`: changes solutions one place at a time, and tells which changes no check notices.
 * @module
 */

import type { Arguments } from '../arguments.ts'
import type { Command, ExitCode, Surroundings } from '../command.ts'
import { ENGINES, readEngine } from '../engines/engine.ts'
import { openEngine } from '../engines/open-engine.ts'
import { chosenExercises } from '../exercise-folders.ts'
import { mutate } from '../mutate/mutate.ts'
import { mutatedJson, mutatedText } from '../mutate/report.ts'
import type { Mutated } from '../mutate/rules.ts'

const run = async (args: Arguments, surroundings: Surroundings): Promise<ExitCode> => {
  const { terminal, exercises, root } = surroundings
  const name = readEngine(args.text('engine') ?? 'node')
  const chosen = await chosenExercises(exercises, args.positionals)
  const done: { readonly exercise: string; readonly mutated: Mutated }[] = []
  const engine = await openEngine(name, { root, tell: text => terminal.progress(`${name}: ${text}`) })
  try {
    for (const folder of chosen) {
      const report = (done: number, all: number): void =>
        terminal.progress(`${folder.id}: ${done} of ${all} mutants are tried`)
      const mutated = await mutate(exercises, folder, { engine, report })
      done.push({ exercise: folder.id, mutated })
      if (!args.has('json'))
        terminal.print(mutatedText(folder.id, mutated, (colour, text) => terminal.paint(colour, text)))
    }
  } finally {
    await engine.close()
  }
  const passed = done.every(({ mutated }) => mutated.mistakes.length === 0)
  if (args.has('json'))
    terminal.print(
      JSON.stringify(
        { engine: name, passed, exercises: done.map(({ exercise, mutated }) => mutatedJson(exercise, mutated)) },
        null,
        2,
      ),
    )
  return passed ? 0 : 1
}

export const mutateExercises: Command = {
  name: 'mutate',
  usage: '[exercise…] [options]',
  summary: 'changes solutions one place at a time, and tells what no check notices',
  details: `Each mutant is a solution with one small mistake in it: a status, a field, a condition, an await. All of
them are tried, always in the same order; without an exercise, those of all. At least 90 % have to be
caught, at most three may survive, and each of those is listed in the exercise's survivors.yaml with the
reason why no check should ask for it.

  npm run rendition -- mutate 08-status-codes`,
  options: {
    engine: { value: '<name>', about: `${ENGINES.join(' or ')}; default: node` },
    json: {
      value: null,
      about: 'one JSON document, with every mutant: { engine, passed, exercises: [{ exercise, … }] }',
    },
  },
  run,
}
