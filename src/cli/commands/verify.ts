/**
 * `verify`: proves that exercises are as docs/authoring.md says.
 * @module
 */

import { readdir } from 'node:fs/promises'
import { ID } from '../../exercise/exercise-id.ts'
import type { Arguments } from '../arguments.ts'
import type { Command, ExitCode, Surroundings } from '../command.ts'
import { type CliEngine, ENGINES, type OpenEngine, readEngine } from '../engines/engine.ts'
import { openEngine } from '../engines/open-engine.ts'
import { chosenExercises, type ExerciseFolder } from '../exercise-folders.ts'
import type { Terminal } from '../terminal.ts'
import { createRun, rules, rulesOfRuns } from '../verify/rules.ts'
import { whyNotValid } from '../verify/rules-of-checks.ts'
import { type Mistake, mistakeText, readVerified } from '../verify/verified.ts'

interface Verification {
  readonly exercise: string
  /** One sentence per mistake: file, what is wrong, what to do. */
  readonly mistakes: readonly string[]
}

const readEngines = (text: string | null): readonly CliEngine[] => {
  const names = (text ?? 'node').split(',').map(name => readEngine(name.trim()))
  return [...new Set(names)]
}

/** What is neither an exercise nor hidden has no place beside exercises. */
const strangers = async (exercises: string): Promise<readonly string[]> => {
  const names = (await readdir(exercises)).filter(name => !name.startsWith('.') && !ID.test(name)).sort()
  return names.map(name =>
    mistakeText({
      file: name,
      because: 'is not named like an exercise',
      remedy: 'name it 08-status-codes, or move it',
    }),
  )
}

const verify = async (
  folder: ExerciseFolder,
  engines: readonly OpenEngine[],
  { terminal, exercises }: Surroundings,
): Promise<readonly string[]> => {
  const exercise = await readVerified(exercises, folder).catch((error: unknown) =>
    error instanceof Error ? error.message : String(error),
  )
  // What cannot be read keeps everything else from being looked at.
  if (typeof exercise === 'string') return [exercise]
  const found = rules.flatMap(rule => [...rule.find(exercise)].map(mistakeText))
  // Answers to a check that cannot be judged say nothing.
  if (exercise.checks.some(check => whyNotValid(check) !== null)) return found
  for (const engine of engines) {
    const run = createRun(exercise, engine)
    const where = (mistake: Mistake): string =>
      engines.length > 1 ? `${mistakeText(mistake)} (${engine.name})` : mistakeText(mistake)
    for (const rule of rulesOfRuns) {
      terminal.progress(`${exercise.id}, ${engine.name}: ${rule.title}`)
      found.push(...(await rule.find(exercise, run)).map(where))
    }
  }
  return found
}

const print = (terminal: Terminal, { exercise, mistakes }: Verification): void => {
  const isFine = mistakes.length === 0
  const count = isFine ? 'as it should be' : `${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`
  terminal.print(`${terminal.paint(isFine ? 'green' : 'red', isFine ? '✓' : '✗')} ${exercise}: ${count}`)
  for (const mistake of mistakes) terminal.print(mistake.replace(/^/gm, '    '))
}

const run = async (args: Arguments, surroundings: Surroundings): Promise<ExitCode> => {
  const { terminal, exercises, root } = surroundings
  const names = readEngines(args.text('engine'))
  const chosen = await chosenExercises(exercises, args.positionals)
  const done: Verification[] = []
  const add = (verification: Verification): void => {
    done.push(verification)
    if (!args.has('json')) print(terminal, verification)
  }
  if (args.positionals.length === 0) {
    const strange = await strangers(exercises)
    if (strange.length > 0) add({ exercise: 'exercises', mistakes: strange })
  }
  const engines: OpenEngine[] = []
  try {
    for (const name of names)
      engines.push(await openEngine(name, { root, tell: text => terminal.progress(`${name}: ${text}`) }))
    for (const folder of chosen) add({ exercise: folder.id, mistakes: await verify(folder, engines, surroundings) })
  } finally {
    await Promise.all(engines.map(engine => engine.close()))
  }
  const wrong = done.filter(({ mistakes }) => mistakes.length > 0)
  if (args.has('json'))
    terminal.print(JSON.stringify({ engines: names, passed: wrong.length === 0, exercises: done }, null, 2))
  return wrong.length === 0 ? 0 : 1
}

export const verifyExercises: Command = {
  name: 'verify',
  usage: '[exercise…] [options]',
  summary: 'proves that exercises are as they should be',
  details: `Without an exercise it proves all. The start files fail as listed, the solution and the alternatives
pass, each wrong answer is caught by the check that it names, the recording is in step with the checks,
and the folder has all that docs/authoring.md asks for. Every mistake is told with its file and what to do.`,
  options: {
    engine: { value: '<names>', about: `${ENGINES.join(',')} or one of them; default: node` },
    json: { value: null, about: 'one JSON document: { engines, passed, exercises: [{ exercise, mistakes }] }' },
  },
  run,
}
