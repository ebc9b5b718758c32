/**
 * One kernel: its files, its processes, and its events, for one page.
 * @module
 */

import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { spawn } from '@lydell/node-pty'
import type { Channel, Report } from './channel.ts'
import type { Chaos } from './chaos.ts'
import { Files } from './files.ts'
import { KernelProcess } from './kernel-process.ts'
import { Previews } from './previews.ts'

/** What the client asks for with `spawn`; what it leaves out is null. */
export interface RunSpec {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string | null
  readonly env?: Readonly<Record<string, string | number | boolean>> | null
  readonly terminal?: { readonly cols: number; readonly rows: number } | null
}

/** What all kernels of an emulator share. */
export interface KernelParts {
  readonly chaos: Chaos
  readonly channel: Channel
  readonly spawn: typeof spawn
  /** A number that none of the emulator's processes and watchers had. */
  readonly nextId: () => number
  /** The processes of all of them that are alive. */
  readonly alive: Set<KernelProcess>
}

/** Calls a function of the page, by the number that the page gave it. */
export type CallPage = (listener: number, ...args: unknown[]) => void

/** As in a real one, but for where Node is. */
const path = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`

export class Kernel {
  readonly files: Files
  readonly #parts: KernelParts
  readonly #folder: string
  readonly #workdir: string
  readonly #callPage: CallPage
  #isEnding = false
  readonly #processes = new Map<number, KernelProcess>()
  /** Listener → the event that it wants. */
  readonly #listeners = new Map<number, string>()
  readonly #previews = new Previews((event, ...args) => this.emit(event, ...args))

  private constructor(parts: KernelParts, folder: string, workdir: string, callPage: CallPage) {
    this.#parts = parts
    this.#folder = folder
    this.#workdir = workdir
    this.#callPage = callPage
    this.files = new Files(workdir)
  }

  /**
   * @param folder of its own, which does not exist yet
   * @param workdirName one segment of a path
   */
  static async build(parts: KernelParts, folder: string, workdirName: string, callPage: CallPage): Promise<Kernel> {
    const workdir = join(folder, 'home', workdirName)
    await mkdir(workdir, { recursive: true })
    return new Kernel(parts, folder, workdir, callPage)
  }

  runtimeInfo(): { path: string; cwd: string } {
    return { path, cwd: this.#workdir }
  }

  /**
   * Starts a process.
   * @param output the page's function for its output, or null
   * @returns the number of the process
   */
  async run({ command, args, cwd, env, terminal }: RunSpec, output: number | null): Promise<number> {
    if (command !== 'node')
      throw new Error(`could not start ${command}: because the kernel emulator has no command but node`)
    const folder = await this.files.folder(cwd ?? '.')
    if (this.#isEnding) throw new Error('could not start node: because the kernel is being torn down')
    const { chaos, channel, spawn, nextId, alive } = this.#parts
    const id = nextId()
    const given = Object.entries(env ?? {}).map(([name, value]) => [name, String(value)])
    const options = {
      args,
      cwd: folder,
      env: { PATH: path, HOME: join(this.#folder, 'home'), ...Object.fromEntries(given) },
      terminal: terminal ?? null,
      onOutput: (bytes: Uint8Array | null) => output !== null && this.#callPage(output, bytes),
      onReport: (report: Report) => this.#hear(report),
    }
    const started = new KernelProcess({ id, chaos, channel, spawn, ...options })
    this.#processes.set(id, started)
    alive.add(started)
    void started.exited.then(() => {
      alive.delete(started)
      return this.#previews.ended(id)
    })
    return id
  }

  process(id: number): KernelProcess {
    const found = this.#processes.get(id)
    if (found) return found
    throw new Error(`there is no process ${id}`)
  }

  on(event: string, listener: number): void {
    this.#listeners.set(listener, event)
  }

  off(listener: number): void {
    this.#listeners.delete(listener)
  }

  emit(event: string, ...args: unknown[]): void {
    for (const [listener, wanted] of this.#listeners) if (wanted === event) this.#callPage(listener, ...args)
  }

  watch(path: string, options: Parameters<Files['watch']>[2], listener: number): number {
    const id = this.#parts.nextId()
    this.files.watch(id, path, options, (...args) => this.#callPage(listener, ...args))
    return id
  }

  #hear({ process, type, port, host }: Report): void {
    if (type === 'listening') void this.#previews.listening(process, port, host)
    else void this.#previews.closed(process, port)
  }

  /** Ends every process and removes every file. */
  async end(): Promise<void> {
    this.#isEnding = true
    this.#listeners.clear()
    this.files.close()
    await Promise.all([...this.#processes.values()].map(process => process.end()))
    await this.#previews.close()
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
