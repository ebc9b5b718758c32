/**
 * "Open app": the program as a server in the WebContainer, started anew when it was edited.
 * @module
 */

import type { Compilation, Program, SourceFiles } from '../compile/program.ts'
import type { OpenApp } from './engines-state.ts'
import { TerminalText } from './terminal-text.ts'

/** A server in the container. */
export interface AppServerControl {
  start(program: Program): Promise<void>
  stop(): void
}

export interface OpenAppOptions {
  /** @throws {Error} whose message is a sentence, when there is no container */
  readonly createServer: (events: {
    readonly output: (text: string) => void
    readonly listening: (origin: string) => void
    readonly ended: (why: string) => void
  }) => AppServerControl
  readonly compile: (files: SourceFiles) => Promise<Compilation>
  /** The learner's files as they are; null while they may not be run. */
  readonly files: () => SourceFiles | null
}

/** How long the files have to stay as they are before the server is started anew, ms. */
const settled = 500
/** From starting the process until it can be looked at, ms. */
const longestStart = 15_000
const notHeardOf =
  'The app did not say within 15 s that it listens, or this browser does not show apps of a WebContainer (a private window of Firefox does not). The terminal shows what it wrote.'

export class OpenAppRunner {
  readonly terminal = new TerminalText()
  onChange: (openApp: OpenApp) => void = () => undefined
  #server: AppServerControl | null = null
  /** Whether the program was started, in whatever version, and has not ended. */
  #isStarted = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #limit: ReturnType<typeof setTimeout> | undefined
  #generation = 0

  constructor(private readonly options: OpenAppOptions) {}

  open(): void {
    this.close()
    this.onChange({ kind: 'starting' })
    try {
      this.#server = this.options.createServer({
        output: text => this.terminal.write(text),
        listening: origin => {
          clearTimeout(this.#limit)
          this.#isStarted = true
          this.onChange({ kind: 'running', origin })
        },
        ended: why => this.#fail(why),
      })
      void this.#start()
    } catch (error) {
      this.#fail(sentenceOf(error))
    }
  }

  close(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#limit)
    this.#isStarted = false
    this.#generation += 1
    this.#server?.stop()
    this.#server = null
    this.onChange({ kind: 'closed' })
  }

  /** The container is gone, and the server with it. */
  lost(): void {
    if (!this.#server) return
    this.close()
    this.#fail('The WebContainer was restarted. Open the app again.')
  }

  /** The files are others now: an app that is open is started anew. */
  filesChanged(): void {
    if (!this.#server) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#start(), settled)
  }

  async #start(): Promise<void> {
    this.#generation += 1
    const generation = this.#generation
    const files = this.options.files()
    if (!files) return this.#fail('Press Run first: nothing of this code was run yet.')
    try {
      const { program, diagnostics } = await this.options.compile(files)
      // Another start, or the end, came in between.
      if (generation !== this.#generation) return
      if (program) return await this.#startProgram(program)
      const why = `The code does not compile: ${diagnostics[0]?.message ?? 'nothing says why'}`
      if (!this.#isStarted) return this.#fail(why)
      // What runs goes on: half a line was typed.
      this.terminal.write(`\x1b[33mNot restarted. ${why}\x1b[0m\r\n`)
    } catch (error) {
      if (generation === this.#generation) this.#fail(sentenceOf(error))
    }
  }

  async #startProgram(program: Program): Promise<void> {
    this.#isStarted = true
    this.onChange({ kind: 'starting' })
    clearTimeout(this.#limit)
    this.#limit = setTimeout(() => this.#fail(notHeardOf), longestStart)
    this.terminal.write('\x1b[2m$ node serve.mjs\x1b[0m\r\n')
    await this.#server?.start(program)
  }

  #fail(why: string): void {
    clearTimeout(this.#limit)
    this.#isStarted = false
    this.onChange({ kind: 'ended', why })
  }
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
