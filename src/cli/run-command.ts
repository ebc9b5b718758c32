/**
 * From what was typed to the command that does it.
 * @module
 */

import { resolve } from 'node:path'
import { readArguments, UsageError } from './arguments.ts'
import { COMMON, type Command, type ExitCode, type Surroundings } from './command.ts'
import { helpOf, helpOfAll } from './help.ts'

/** Name → the command, which is loaded only when it is needed: some of them bring a compiler along. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>

const isHelp = (argument: string | undefined): boolean => argument === '--help' || argument === '-h'

/** @throws {Error} when it could not be run; its message is for the person who typed it */
export const runCommand = async (
  commands: Commands,
  [name, ...args]: readonly string[],
  surroundings: Omit<Surroundings, 'exercises'>,
): Promise<ExitCode> => {
  const { terminal, folder, root } = surroundings
  if (isHelp(name)) {
    terminal.print(helpOfAll(await Promise.all(Object.values(commands).map(load => load()))))
    return 0
  }
  const remedy = `give one of ${Object.keys(commands).join(', ')}, or --help`
  if (name === undefined) throw new UsageError('no command is given', remedy)
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new UsageError(`there is no command "${name}"`, remedy)
  const loaded = await load()
  const command = { ...loaded, options: { ...loaded.options, ...COMMON } }
  const beforeEnd = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (beforeEnd.some(isHelp)) {
    terminal.print(helpOf(command))
    return 0
  }
  const read = readArguments(name, args, command.options)
  const exercises = read.text('exercises')
  return command.run(read, {
    ...surroundings,
    exercises: exercises === null ? resolve(root, 'exercises') : resolve(folder, exercises),
  })
}
