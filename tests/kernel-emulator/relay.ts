/**
 * The connection of one host page: what its client calls, by name, and one kernel at a time that answers.
 * @module
 */

import { decode, encode } from '@msgpack/msgpack'
import type { WebSocket } from 'ws'
import type { Chaos } from './chaos.ts'
import { DelayLine } from './delay-line.ts'
import type { CallPage, Kernel, RunSpec } from './kernel.ts'

/** What the page sends: the number of its call, the name of what it calls, and the arguments. */
type Call = readonly [id: number, method: string, args: readonly unknown[]]

/** What it gets. `ready` lets it say `init` to its client. */
export type ToPage =
  | { readonly type: 'ready' }
  | { readonly type: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly name: string; readonly message: string }
  | { readonly type: 'call'; readonly listener: number; readonly args: readonly unknown[] }

export type BuildKernel = (workdirName: string, callPage: CallPage) => Promise<Kernel>

const never = new Promise<never>(() => undefined)

export class Relay {
  kernel: Kernel | null = null
  readonly #socket: WebSocket
  readonly #chaos: Chaos
  readonly #build: BuildKernel
  readonly #line: DelayLine<ToPage>

  constructor(socket: WebSocket, chaos: Chaos, build: BuildKernel) {
    this.#socket = socket
    this.#chaos = chaos
    this.#build = build
    this.#line = new DelayLine(message => this.#socket.send(encode(message)))
    socket.on('message', (data: Buffer) => void this.#receive(decode(data) as Call))
    if (!chaos.silent) this.#send({ type: 'ready' })
  }

  /** Ends the connection and its kernel. */
  async close(): Promise<void> {
    this.#line.cut()
    this.#socket.terminate()
    const { kernel } = this
    this.kernel = null
    await kernel?.end()
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  #send(message: ToPage): void {
    if (this.#isOpen) this.#line.send(message, this.#chaos.slow)
  }

  async #receive([id, name, args]: Call): Promise<void> {
    try {
      // The host page hands on what the client was called with, whose types are those of the methods.
      const value = await this.#method(name)(...(args as never[]))
      this.#send({ type: 'reply', id, value })
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error))
      this.#send({ type: 'error', id, name, message: this.kernel?.files.hideRoot(message) ?? message })
    }
  }

  #method(name: string): (...args: never[]) => unknown {
    if (name === 'build') return this.#buildKernel
    if (!this.kernel) throw new Error(`could not call ${name}: because no kernel was built`)
    const method = this.#methods(this.kernel)[name]
    if (method) return method
    throw new Error(`could not call ${name}: because the kernel emulator does not have it`)
  }

  readonly #buildKernel = async ({ workdirName }: { workdirName?: string }): Promise<void> => {
    if (this.#chaos.build === 'stalls') return never
    if (this.#chaos.build === 'rejects') throw new Error('SharedArrayBuffer transfer requires self.crossOriginIsolated')
    if (this.kernel) throw new Error('could not build a kernel: because the one before was not torn down')
    const callPage: CallPage = (listener, ...args) => this.#send({ type: 'call', listener, args })
    this.kernel = await this.#build(workdirName ?? 'project', callPage)
    // The page may have gone in the meantime.
    if (!this.#isOpen) await this.close()
  }

  #methods(kernel: Kernel): Readonly<Record<string, (...args: never[]) => unknown>> {
    const { files } = kernel
    return {
      runtimeInfo: () => kernel.runtimeInfo(),
      loadFiles: (payload: Uint8Array, { mountPoints }: { mountPoints?: string | null }) =>
        files.mount(payload, mountPoints ?? '.'),
      serialize: (path: string, { format }: { format: string }) => files.export(path, format),
      run: (spec: RunSpec, output: number | null) => kernel.run(spec, output),
      on: (event: string, listener: number) => kernel.on(event, listener),
      off: (listener: number) => kernel.off(listener),
      teardown: () => this.#teardown(kernel),
      'process.write': (id: number, text: string) => kernel.process(id).write(text),
      'process.resize': (id: number, size: { cols: number; rows: number }) => kernel.process(id).resize(size),
      'process.kill': (id: number) => kernel.process(id).kill(),
      'process.exited': (id: number) => kernel.process(id).exited,
      'fs.readFile': files.readFile,
      'fs.writeFile': files.writeFile,
      'fs.readdir': files.readdir,
      'fs.mkdir': files.mkdir,
      'fs.rm': files.rm,
      'fs.rename': files.rename,
      'fs.watch': kernel.watch.bind(kernel),
      'fs.unwatch': files.unwatch,
    }
  }

  async #teardown(kernel: Kernel): Promise<void> {
    if (this.#chaos.teardown === 'hangs') return never
    this.kernel = null
    await kernel.end()
    if (this.#chaos.teardown === 'rejects') throw new Error('could not tear down: because the chaos says so')
  }
}
