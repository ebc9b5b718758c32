/**
 * One process: real Node in a real terminal, with the chaos that its kernel brings about.
 * @module
 */

import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { spawn } from '@lydell/node-pty'
import type { Channel, Report } from './channel.ts'
import type { Chaos } from './chaos.ts'
import { Cutter } from './cutter.ts'
import { DelayLine } from './delay-line.ts'
import type { PreloadOptions } from './preload-options.ts'
import { Terminal } from './terminal.ts'

/** How late output may be with `outputNeverCloses`, ms: what a client that waits 100 ms for it still gets. */
const LATE = 50
/** For how long output is gathered, ms. */
const GATHER = 4
/** Asks a process to end itself. One that has another meaning to few programs. */
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
  /** Its exit code, once everything that it wrote was read. */
  readonly exited: Promise<number>
  readonly #terminal: Terminal
  readonly #softKill: boolean
  readonly #chaos: Chaos
  readonly #output: DelayLine<Uint8Array | null>
  readonly #cutter: Cutter
  /** What was read since output was last sent. */
  readonly #gathered: Buffer[] = []
  #gathering: NodeJS.Timeout | undefined

  constructor({ id, args, cwd, env, terminal, chaos, channel, spawn, onOutput, onReport }: ProcessOptions) {
    const { softKill, noRawMode, loseAsyncContext } = chaos
    this.#chaos = chaos
    this.#softKill = softKill
    this.#output = new DelayLine(onOutput)
    this.#cutter = new Cutter(chaos.seed + id)
    channel.listen(id, onReport)
    const told: PreloadOptions = {
      channel: channel.path,
      process: id,
      env: Object.keys(env),
      softKill: softKill && SOFT_KILL,
      noRawMode,
      loseAsyncContext,
    }
    this.#terminal = new Terminal({
      spawn,
      command: [process.execPath, '--require', preload, ...args],
      cwd,
      env: { ...env, KERNEL_EMULATOR: JSON.stringify(told) },
      size: terminal,
      onOutput: bytes => {
        this.#gathered.push(bytes)
        if (!this.#gathering) this.#sendGathered()
      },
    })
    this.exited = this.#terminal.exited.then(code => {
      channel.unlisten(id)
      this.#sendGathered()
      if (!chaos.outputNeverCloses) this.#output.send(null, 0)
      // It came before Node could listen to it.
      return softKill && code === 128 + signals[SOFT_KILL] ? 128 + signals.SIGKILL : code
    })
  }

  write(text: string): void {
    this.#terminal.write(text)
  }

  resize(size: { cols: number; rows: number }): void {
    this.#terminal.resize(size)
  }

  kill(): void {
    this.#terminal.signal(this.#softKill ? SOFT_KILL : 'SIGKILL')
  }

  /** Ends the process and what it started, whatever they do. */
  end(): Promise<number> {
    this.#terminal.signal('SIGKILL')
    return this.exited
  }

  /**
   * The first piece goes on at once. While more follows it is gathered: a terminal is read 4 kB at a time, and every
   * piece of output costs the page two messages.
   */
  readonly #sendGathered = (): void => {
    this.#gathering = undefined
    const bytes = Buffer.concat(this.#gathered.splice(0))
    if (bytes.length === 0) return
    this.#gathering = setTimeout(this.#sendGathered, GATHER)
    const { chunks, outputNeverCloses } = this.#chaos
    const pieces = chunks === null ? [bytes] : this.#cutter.cut(bytes, chunks)
    for (const piece of pieces) this.#output.send(piece, outputNeverCloses ? LATE : 0)
  }
}
