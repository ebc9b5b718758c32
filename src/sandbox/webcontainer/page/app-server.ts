/**
 * The program as a server that a person can look at: a process of its own in the container, whose terminal is shown as
 * it is and whose address the container gives.
 * @module
 */

import type { WebContainerProcess } from '@webcontainer/api'
import type { Program } from '../../../compile/program.ts'
import { SERVE } from '../protocol.ts'
import { ContainerError, reasonOf } from './container-error.ts'
import { Flood } from './flood.ts'
import type { Up } from './up.ts'

export interface AppServerEvents {
  /** What its terminal would show. */
  readonly output: (text: string) => void
  /** It can be looked at. @param origin where the container serves it */
  readonly listening: (origin: string) => void
  /** Its process ended by itself, or could not be started: a sentence. */
  readonly ended: (why: string) => void
}

const PROGRAM = '.rendition/app.json'
const terminal = { cols: 100, rows: 30 }
/** What `serve.mjs` says when it listens; a program may say the same of a port that it does not have. */
const SAID = /Listening on http:\/\/localhost:(\d+)/g

export class AppServer {
  /** Addresses of the ports that are open, whichever process they belong to. */
  readonly #origins = new Map<number, string>()
  #spawning: Promise<WebContainerProcess> | null = null
  /** Ports that the process said it listens on. */
  #said: readonly number[] = []
  #generation = 0
  readonly #unsubscribe: () => void

  constructor(
    private readonly up: Up,
    private readonly events: AppServerEvents,
  ) {
    // Before anything is started: what happens earlier is not told (webcontainer.md §1).
    this.#unsubscribe = up.container.on('port', (port, type, url) => {
      if (type === 'close') this.#origins.delete(port)
      else this.#origins.set(port, url)
      if (this.#said.includes(port)) this.#look()
    })
  }

  /** Starts the program, in the place of the one before. */
  async start(program: Program): Promise<void> {
    this.#end()
    const generation = this.#generation
    const isCurrent = () => generation === this.#generation
    const tell = (why: string): void => {
      if (!isCurrent()) return
      this.#spawning = null
      this.events.ended(why)
    }
    try {
      const { container, packages } = this.up
      await packages.provide(program.packages)
      await container.fs.writeFile(PROGRAM, JSON.stringify(program))
      if (!isCurrent()) return
      this.#spawning = container.spawn('node', [SERVE, PROGRAM], { terminal })
      const process = await this.#spawning
      void this.#read(process.output.getReader(), isCurrent, tell)
      void process.exit.then(code => tell(`The app ended with exit code ${code}. The terminal shows what it wrote.`))
    } catch (error) {
      tell(
        error instanceof ContainerError
          ? error.message
          : `could not start the app: because ${reasonOf(error)}; try again`,
      )
    }
  }

  /** Ends the process; nothing is heard of it any more. */
  stop(): void {
    this.#end()
    this.#unsubscribe()
  }

  #end(): void {
    this.#generation += 1
    if (this.#spawning) this.up.wear.end(this.#spawning)
    this.#spawning = null
    this.#said = []
  }

  async #read(
    reader: ReadableStreamDefaultReader<string>,
    isCurrent: () => boolean,
    tell: (why: string) => void,
  ): Promise<void> {
    const flood = new Flood()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done || !isCurrent()) return
      if (flood.isTooMuch(value)) {
        tell('The app wrote more than anybody could read, and was ended.')
        return this.#end()
      }
      this.events.output(value)
      // What is said comes with the start, in lines that are short.
      text = (text + value).slice(-10_000)
      const ports = [...text.matchAll(SAID)].map(([, port]) => Number(port))
      if (ports.length === 0 || ports.every(port => this.#said.includes(port))) continue
      this.#said = ports
      this.#look()
    }
  }

  #look(): void {
    const port = this.#said.findLast(port => this.#origins.has(port))
    const origin = port === undefined ? undefined : this.#origins.get(port)
    if (origin !== undefined) this.events.listening(origin.replace(/\/$/, ''))
  }
}
