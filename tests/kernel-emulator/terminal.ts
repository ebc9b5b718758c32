/**
 * A program in a terminal of its own, everything it wrote, and its exit code.
 * @module
 */

import { randomUUID } from 'node:crypto'
import { constants } from 'node:os'
import type { IPty, spawn } from '@lydell/node-pty'
import { MarkReader } from './mark-reader.ts'

/**
 * When the process that leads a terminal's session ends, Linux throws away what was written and not yet read. So a shell
 * leads it. It says two numbers in the terminal itself, each after a mark: that of the program's process, and its exit
 * code, after everything else. Then it stands still until it is ended.
 *
 * A program in the background of a shell has neither its input nor its interrupts: it is given the one, and Node takes
 * the others back. The shell has to outlive them, and to wait again after them.
 */
const leader = `
  mark=$1; shift
  trap : INT QUIT
  exec 3>&2 4<&0 2>/dev/null
  "$@" <&4 2>&3 3>&- 4<&- &
  printf '\\000%s%d;' "$mark" $!
  while :; do wait $!; code=$?; kill -0 $! || break; done
  printf '\\000%s%d;' "$mark" $code
  kill -STOP $$
`

export interface TerminalOptions {
  readonly spawn: typeof spawn
  /** The program, an absolute path, and its arguments. */
  readonly command: readonly string[]
  /** An absolute path. */
  readonly cwd: string
  /** A shell may add to it, and so does node-pty. */
  readonly env: Readonly<Record<string, string>>
  readonly size: { readonly cols: number; readonly rows: number } | null
  readonly onOutput: (bytes: Buffer) => void
}

export class Terminal {
  /** Resolves after the last output with the exit code; a program that a signal ended has 128 and its number. */
  readonly exited: Promise<number>
  readonly #pty: IPty
  readonly #reader: MarkReader
  #isOpen = true
  #pid: number | null = null
  #code: number | null = null
  /** What came before it was known whom to send it to. */
  readonly #signals: NodeJS.Signals[] = []

  constructor({ spawn, command, cwd, env, size, onOutput }: TerminalOptions) {
    const mark = randomUUID()
    this.#reader = new MarkReader(mark, onOutput, number => this.#hear(number))
    this.#pty = spawn('/bin/sh', ['-c', leader, 'sh', mark, ...command], {
      name: 'xterm-256color',
      cwd,
      env: { ...env },
      // As bytes, which the types do not know of.
      encoding: null,
      ...size,
    })
    this.#pty.onData(bytes => this.#reader.push(Buffer.from(bytes)))
    this.exited = new Promise(resolve => {
      this.#pty.onExit(() => {
        this.#isOpen = false
        // Without a code, something has ended the shell.
        resolve(this.#code ?? 128 + constants.signals.SIGKILL)
      })
    })
  }

  write(text: string): void {
    if (this.#isOpen) this.#pty.write(text)
  }

  resize({ cols, rows }: { cols: number; rows: number }): void {
    if (this.#isOpen) this.#pty.resize(cols, rows)
  }

  /** To the program, if it is still there. */
  signal(signal: NodeJS.Signals): void {
    if (this.#pid === null) this.#signals.push(signal)
    else if (this.#code === null) send(this.#pid, signal)
  }

  #hear(number: number): void {
    if (this.#pid === null) {
      this.#pid = number
      for (const signal of this.#signals) this.signal(signal)
      return
    }
    this.#code = number
    // The shell, and what the program has started and left.
    send(-this.#pty.pid, 'SIGKILL')
  }
}

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended, and that was not heard yet.
  }
}
