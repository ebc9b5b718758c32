/**
 * The line to the container on the page: one port, opened when the first process is started and again after the container
 * was lost, and the processes that speak over it.
 * @module
 */

import { type Env, SandboxError } from '../sandbox.ts'
import type { FromContainer, ToProcess } from './protocol.ts'
import { ProvidedPackages } from './provided-packages.ts'

/** What is heard of one process. */
export interface ContainerProcess {
  readonly output: (text: string) => void
  readonly exited: (why: string) => void
  /** The container is gone: a whole sentence. */
  readonly lost: (why: string) => void
}

interface Listening extends ContainerProcess {
  /** Answers to `fetch`, which come in the order of the questions. */
  readonly fetching: ((text: string | null) => void)[]
}

export class ContainerLink {
  /** How many processes of this container did not end when they were told to. */
  zombies = 0
  #port: Promise<MessagePort> | null = null
  readonly #processes = new Map<number, Listening>()
  readonly #packages = new ProvidedPackages()
  #lastProcess = 0

  /** @param open asks the page for a container, and restarts the one there is when that is worn out */
  constructor(private readonly open: () => Promise<MessagePort>) {}

  /**
   * @param packages that processes have to find there
   * @throws {SandboxError} when there is no container and none can be had, or not with these packages
   */
  async ready(packages: readonly string[]): Promise<void> {
    const port = await this.#connect()
    await this.#packages.provide(packages, message => port.postMessage(message))
  }

  /** @returns the number of the process, which is heard of through `process` */
  spawn(env: Env, process: ContainerProcess): number {
    this.#lastProcess += 1
    const number = this.#lastProcess
    this.#processes.set(number, { ...process, fetching: [] })
    this.post({ type: 'spawn', process: number, env })
    return number
  }

  /** Messages follow each other in the order of the calls, also while the container is not up yet. */
  post(message: ToProcess): void {
    // Of a container that is gone: to speak to it would open another.
    if (!this.#processes.has(message.process)) return
    this.#connect().then(
      port => port.postMessage(message),
      (error: unknown) => this.#processes.get(message.process)?.lost(sentenceOf(error)),
    )
  }

  /** The text of a file that the process wrote; null when it cannot be read. */
  fetch(process: number, path: string): Promise<string | null> {
    return new Promise(resolve => {
      const listening = this.#processes.get(process)
      if (!listening) return resolve(null)
      listening.fetching.push(resolve)
      this.post({ type: 'fetch', process, path })
    })
  }

  forget(process: number): void {
    this.#processes.delete(process)
  }

  /** Gives up the container: the next process is started in another one. */
  drop(): void {
    this.#lose('could not go on: because the WebContainer was restarted; run again')
  }

  #connect(): Promise<MessagePort> {
    if (this.#port) return this.#port
    const opening = this.open().then(port => {
      port.onmessage = ({ data }: MessageEvent<FromContainer>) => this.#receive(data, opening)
      return port
    })
    this.#port = opening
    opening.catch(() => {
      if (this.#port === opening) this.#port = null
    })
    return opening
  }

  #receive(message: FromContainer, from: Promise<MessagePort>): void {
    // Of a container that was given up.
    if (from !== this.#port) return
    switch (message.type) {
      case 'lost':
        this.#lose(message.why)
        return
      case 'zombies':
        this.zombies = message.count
        return
      case 'provided':
        this.#packages.answered(message.ask, message.why)
        return
      case 'output':
        this.#processes.get(message.process)?.output(message.text)
        return
      case 'fetched':
        this.#processes.get(message.process)?.fetching.shift()?.(message.text)
        return
      case 'exited':
        this.#processes.get(message.process)?.exited(message.why)
    }
  }

  #lose(why: string): void {
    this.#port?.then(port => port.close()).catch(() => undefined)
    this.#port = null
    this.zombies = 0
    const processes = [...this.#processes.values()]
    this.#processes.clear()
    this.#packages.lose(why)
    for (const { lost, fetching } of processes) {
      for (const answer of fetching) answer(null)
      lost(why)
    }
  }
}

const sentenceOf = (error: unknown): string =>
  error instanceof SandboxError ? error.message : `could not reach the WebContainer: because ${error}; run again`
