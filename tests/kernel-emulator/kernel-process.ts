/**
 * One process: real Node in a real terminal.
 * @module
 */

import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { IPty, spawn } from '@lydell/node-pty'
import type { Channel, Report } from './channel.ts'
import type { Chaos } from './chaos.ts'
import { Cutter } from './cutter.ts'
import { DelayLine } from './delay-line.ts'
import type { PreloadOptions } from './preload-options.ts'

/** How late output may be with `outputNeverCloses`, ms: what a client that waits 100 ms for it still gets. */
const LATE = 50
/** One that has another meaning to few programs. */
const SOFT_KILL = 'SIGUSR2'
const { signals } = constants
const preload = fileURLToPath(new URL('preload.cjs', import.meta.url))

export interface ProcessOptions {
  readonly id: number
  readonly args: readonly string[]
  /** An absolute path. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly terminal: { readonly cols: number; readonly rows: number } | null
  readonly chaos: Chaos
  readonly channel: Channel
  readonly spawn: typeof spawn
  /** Gets a piece of output, and `null` when it is closed. */
  readonly onOutput: (bytes: Uint8Array | null) => void
  readonly onReport: (report: Report) => void
}

export class KernelProcess {
  /** Its exit code, once everything that it wrote was read; of one that a signal ended 128 and the signal. */
  readonly exited: Promise<number>
  #isAlive = true
  readonly #pty: IPty
  readonly #softKill: boolean
  readonly #chaos: Chaos
  readonly #output: DelayLine<Uint8Array | null>
  readonly #cutter: Cutter

  constructor({ id, args, cwd, env, terminal, chaos, channel, spawn, onOutput, onReport }: ProcessOptions) {
    this.#chaos = chaos
    this.#output = new DelayLine(onOutput)
    this.#cutter = new Cutter(chaos.seed + id)
    this.#softKill = chaos.softKill
    channel.listen(id, onReport)
    const { noRawMode, loseAsyncContext } = chaos
    const softKill = chaos.softKill && SOFT_KILL
    const told: PreloadOptions = { channel: channel.path, process: id, softKill, noRawMode, loseAsyncContext }
    this.#pty = spawn(process.execPath, ['--require', preload, ...args], {
      name: 'xterm-256color',
      cwd,
      env: { ...env, KERNEL_EMULATOR: JSON.stringify(told) },
      // As bytes, which the types do not know of.
      encoding: null,
      ...terminal,
    })
    this.#pty.onData(bytes => this.#read(Buffer.from(bytes)))
    this.exited = new Promise(resolve => {
      this.#pty.onExit(({ exitCode, signal }) => {
        this.#isAlive = false
        channel.unlisten(id)
        resolve(exitCodeOf(exitCode, signal))
        if (!chaos.outputNeverCloses) this.#output.send(null, 0)
      })
    })
  }

  write(text: string): void {
    if (this.#isAlive) this.#pty.write(text)
  }

  resize({ cols, rows }: { cols: number; rows: number }): void {
    if (this.#isAlive) this.#pty.resize(cols, rows)
  }

  kill(): void {
    if (!this.#softKill) void this.end()
    else if (this.#isAlive) send(this.#pty.pid, SOFT_KILL)
  }

  /** Ends the process and what it started, whatever they do. */
  end(): Promise<number> {
    if (this.#isAlive) {
      send(this.#pty.pid, 'SIGKILL')
      // It leads the group of everything on its terminal.
      send(-this.#pty.pid, 'SIGKILL')
    }
    return this.exited
  }

  #read(bytes: Uint8Array): void {
    const { chunks, outputNeverCloses } = this.#chaos
    const pieces = chunks === null ? [bytes] : this.#cutter.cut(bytes, chunks)
    for (const piece of pieces) this.#output.send(piece, outputNeverCloses ? LATE : 0)
  }
}

/** As shells tell it. */
const exitCodeOf = (exitCode: number, signal: number | undefined): number => {
  if (!signal) return exitCode
  return 128 + (signal === signals[SOFT_KILL] ? signals.SIGKILL : signal)
}

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended, and that was not heard yet.
  }
}
