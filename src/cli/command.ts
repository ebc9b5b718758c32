/**
 * What a command is: its words for the help, its options, and what it does.
 * @module
 */

import type { Arguments, Options } from './arguments.ts'
import type { Terminal } from './terminal.ts'

/** 0: all passed. 1: some failed. 2 is for what could not be run, and is the end of every error. */
export type ExitCode = 0 | 1

export interface Surroundings {
  readonly terminal: Terminal
  /** Where the command was given; relative paths in options are relative to it. */
  readonly folder: string
  /** The folder that package.json is in. */
  readonly root: string
  /** The folder that holds all exercises. */
  readonly exercises: string
  readonly env: NodeJS.ProcessEnv
}

export interface Command {
  readonly name: string
  /** What stands after the name: `<exercise> [options]`. */
  readonly usage: string
  /** One line. */
  readonly summary: string
  /** What the help says below the summary. */
  readonly details: string
  readonly options: Options
  /** @throws {Error} when it could not be run, with a sentence that says why and what to do */
  run(args: Arguments, surroundings: Surroundings): Promise<ExitCode>
}

/** The option that every command has. */
export const COMMON: Options = {
  exercises: { value: '<folder>', about: 'where the exercises are; default: exercises/ of this project' },
}
