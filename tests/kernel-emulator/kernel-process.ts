/**
 * One process: real Node in a real terminal.
 * @module
 */

import { fileURLToPath } from 'node:url'
import type { IPty, spawn } from '@lydell/node-pty'
import type { Channel, FromProcess, Line } from './channel.ts'
import type { Chaos } from './chaos.ts'
import { Cutter } from './cutter.ts'
import { DelayLine } from './delay-line.ts'
import type { PreloadOptions } from './preload-options.ts'

/** How late output may be with `outputNeverCloses`, ms: what a client that waits 100 ms for it still gets. */
const LATE = 50
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
  readonly onMessage: (message: FromProcess) => void
}

export class KernelProcess {
  /** Its exit code, once everything that it wrote was read; of one that a signal ended 128 and the signal. */
  readonly exited: Promise<number>
  #isAlive = true
  readonly #pty: IPty
  readonly #line: Line
  readonly #chaos: Chaos
  readonly #output: DelayLine<Uint8Array | null>
  readonly #cutter: Cutter

  constructor({ id, args, cwd, env, terminal, chaos, channel, spawn, onOutput, onMessage }: ProcessOptions) {
    this.#chaos = chaos
    this.#output = new DelayLine(onOutput)
    this.#cutter = new Cutter(chaos.seed + id)
    this.#line = channel.line(id, onMessage)
    const { noRawMode, loseAsyncContext } = chaos
    const told: PreloadOptions = { channel: channel.path, id, noRawMode, loseAsyncContext }
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
        this.#line.close()
        resolve(signal ? 128 + signal : exitCode)
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
    if (this.#chaos.softKill) this.#line.kill()
    else this.end()
  }

  /** Ends the process and what it started, whatever they do. */
  end(): Promise<number> {
    // It leads the group of everything on its terminal.
    if (this.#isAlive) endGroup(this.#pty.pid)
    return this.exited
  }

  #read(bytes: Uint8Array): void {
    const { chunks, outputNeverCloses } = this.#chaos
    const pieces = chunks === null ? [bytes] : this.#cutter.cut(bytes, chunks)
    for (const piece of pieces) this.#output.send(piece, outputNeverCloses ? LATE : 0)
  }
}

const endGroup = (leader: number): void => {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // It has ended, and that was not heard yet.
  }
}
