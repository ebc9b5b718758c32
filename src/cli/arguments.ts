/**
 * What was typed after the name of a command, read by the command's own table of options.
 * @module
 */

import { parseArgs } from 'node:util'

export interface Option {
  /** What stands for the value in the help: `<folder>`. Null when the option takes none. */
  readonly value: string | null
  /** Completes "--name  …" in the help. */
  readonly about: string
}

/** Name without the dashes → option. */
export type Options = Readonly<Record<string, Option>>

export interface Arguments {
  readonly positionals: readonly string[]
  /** The value of an option; null when it was not given. */
  text(name: string): string | null
  has(name: string): boolean
}

/** The command was called in a way that it cannot be: the message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /**
   * @param because completes "could not run: because …"
   * @param remedy what to do, as an imperative
   */
  constructor(because: string, remedy: string) {
    super(`could not run: because ${because}; ${remedy}`)
  }
}

/**
 * @param command for the errors: `check`
 * @throws {UsageError} when an option is unknown, is given twice, lacks its value or has one too many
 */
export const readArguments = (command: string, args: readonly string[], options: Options): Arguments => {
  const remedy = `see "npm run rendition -- ${command} --help"`
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === null ? 'boolean' : 'string' } as const,
    ]),
  )
  // Not strict, because Node's own refusals are several sentences long and some of them are about this program's code.
  const { tokens, positionals } = parseArgs({ args: [...args], options: config, strict: false, tokens: true })
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (!option) throw new UsageError(`${command} has no option ${rawName}`, remedy)
    if (given.has(name)) throw new UsageError(`${rawName} is given twice`, 'give it once')
    if (option.value === null && value !== undefined)
      throw new UsageError(`${rawName} takes no value`, `write ${rawName} alone`)
    // What looks like another option is taken for a value only when it is written as one: --dir=--odd.
    const isMissing = option.value !== null && (!value || (!inlineValue && value.startsWith('-')))
    if (isMissing) throw new UsageError(`${rawName} has no value`, `write ${rawName} ${option.value}`)
    given.set(name, value ?? '')
  }
  return { positionals, text: name => given.get(name) ?? null, has: name => given.has(name) }
}
