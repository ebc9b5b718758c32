/**
 * The help of all commands and of one, made from what they say of themselves.
 * @module
 */

import type { Options } from './arguments.ts'
import type { Command } from './command.ts'

const CALL = 'npm run rendition --'

/** Lines of two columns, indented by two. */
const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

const optionRows = (options: Options): readonly (readonly [string, string])[] =>
  Object.entries(options).map(([name, { value, about }]) => [`--${name}${value === null ? '' : ` ${value}`}`, about])

export const helpOfAll = (
  commands: readonly Command[],
): string => `Checks programs and servers by Rendition's exercises, and helps to write exercises.

${CALL} <command>

${columns(commands.map(({ name, usage, summary }) => [`${name} ${usage}`.trimEnd(), summary]))}

"${CALL} <command> --help" tells more of one. The exit code is 0 when all passed, 1 when
some failed, and 2 when the command could not be run.`

export const helpOf = ({ name, usage, summary, details, options }: Command): string => {
  const help = { help: { value: null, about: 'shows this' } }
  return `${`${CALL} ${name} ${usage}`.trimEnd()}

${summary[0]?.toUpperCase()}${summary.slice(1)}.

${details}

${columns(optionRows({ ...options, ...help }))}`
}
