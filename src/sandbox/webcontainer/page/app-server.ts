/**
 * The program as a server that a person can look at: a process of its own in the container, whose terminal is shown as
 * it is and whose address the container gives.
 * @module
 */

import type { WebContainer, WebContainerProcess } from '@webcontainer/api'
import type { Program } from '../../../compile/program.ts'
import { SERVE } from '../protocol.ts'
import { reasonOf } from './container-error.ts'

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
/** What `serve.mjs` says when it listens. */
const SAID = /Listening on http:\/\/localhost:(\d+)/

export class AppServer {
  /** Addresses of the ports that are open, whichever process they belong to. */
  readonly #origins = new Map<number, string>()
  #process: WebContainerProcess | null = null
  #port: number | null = null
  #generation = 0
  readonly #unsubscribe: () => void

  constructor(
    private readonly container: WebContainer,
    private readonly events: AppServerEvents,
  ) {
    // Before anything is started: what happens earlier is not told (webcontainer.md §1).
    this.#unsubscribe = container.on('port', (port, type, url) => {
      if (type === 'close') this.#origins.delete(port)
      else this.#origins.set(port, url)
      if (port === this.#port) this.#look()
    })
  }

  /** Starts the program, in the place of the one before. */
  async start(program: Program): Promise<void> {
    this.#end()
    const generation = this.#generation
    const isCurrent = () => generation === this.#generation
    try {
      await this.container.fs.writeFile(PROGRAM, JSON.stringify(program))
      const process = await this.container.spawn('node', [SERVE, PROGRAM], { terminal })
      if (!isCurrent()) return process.kill()
      this.#process = process
      void this.#read(process.output.getReader(), isCurrent)
      void process.exit.then(code => {
        if (!isCurrent()) return
        this.#process = null
        this.events.ended(`The app ended with exit code ${code}; the terminal shows what it wrote.`)
      })
    } catch (error) {
      if (isCurrent()) this.events.ended(`could not start the app: because ${reasonOf(error)}; try again`)
    }
  }

  /** Ends the process; nothing is heard of it any more. */
  stop(): void {
    this.#end()
    this.#unsubscribe()
  }

  #end(): void {
    this.#generation += 1
    this.#process?.kill()
    this.#process = null
    this.#port = null
  }

  async #read(reader: ReadableStreamDefaultReader<string>, isCurrent: () => boolean): Promise<void> {
    let said = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done || !isCurrent()) return
      this.events.output(value)
      if (this.#port !== null) continue
      // Its own first line; what comes before it is short.
      said = (said + value).slice(-10_000)
      const port = SAID.exec(said)?.[1]
      if (port === undefined) continue
      this.#port = Number(port)
      this.#look()
    }
  }

  #look(): void {
    const origin = this.#port === null ? undefined : this.#origins.get(this.#port)
    if (origin !== undefined) this.events.listening(origin.replace(/\/$/, ''))
  }
}
