/**
 * What a command writes to: results on stdout, everything said on the way on stderr.
 * @module
 */

import { styleText } from 'node:util'

export type Colour = 'green' | 'red' | 'yellow' | 'dim' | 'bold'

export interface Terminal {
  /** A result: one line, or several, on stdout. */
  print(text: string): void
  /** Something said on the way: one line on stderr. */
  tell(text: string): void
  /** What is going on just now: it replaces what was said so before on a terminal, and is not written elsewhere. */
  progress(text: string): void
  /** The text in a colour, where stdout shows colours. */
  paint(colour: Colour, text: string): string
}

type Stream = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>

export interface Streams {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: NodeJS.ProcessEnv
}

const CLEAR_LINE = '\r\x1b[K'

export const createTerminal = ({ stdout, stderr, env }: Streams): Terminal => {
  // https://no-color.org: set and not empty.
  const coloured = stdout.isTTY === true && !env.NO_COLOR
  let isProgressShown = false
  const clear = (): void => {
    if (isProgressShown) stderr.write(CLEAR_LINE)
    isProgressShown = false
  }
  return {
    print(text) {
      clear()
      stdout.write(`${text}\n`)
    },
    tell(text) {
      clear()
      stderr.write(`${text}\n`)
    },
    progress(text) {
      if (stderr.isTTY !== true) return
      clear()
      if (text === '') return
      // A line that is wrapped could not be cleared.
      stderr.write(text.slice(0, stderr.columns - 1))
      isProgressShown = true
    },
    paint: (colour, text) => (coloured ? styleText(colour, text, { validateStream: false }) : text),
  }
}
