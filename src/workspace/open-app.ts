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
  /** The learner's files as they are. */
  readonly files: () => SourceFiles | null
}

/** How long the files have to stay as they are before the server is started anew, ms. */
const settled = 500

export class OpenAppRunner {
  readonly terminal = new TerminalText()
  onChange: (openApp: OpenApp) => void = () => undefined
  #server: AppServerControl | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #generation = 0

  constructor(private readonly options: OpenAppOptions) {}

  open(): void {
    this.close()
    this.onChange({ kind: 'starting' })
    try {
      this.#server = this.options.createServer({
        output: text => this.terminal.write(text),
        listening: origin => this.onChange({ kind: 'running', origin }),
        ended: why => this.onChange({ kind: 'ended', why }),
      })
      void this.#start()
    } catch (error) {
      this.onChange({ kind: 'ended', why: sentenceOf(error) })
    }
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#generation += 1
    this.#server?.stop()
    this.#server = null
    this.onChange({ kind: 'closed' })
  }

  /** The container is gone, and the server with it. */
  lost(): void {
    if (!this.#server) return
    this.close()
    this.onChange({ kind: 'ended', why: 'The WebContainer was restarted. Open the app again.' })
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
    if (!files) return
    try {
      const { program, diagnostics } = await this.options.compile(files)
      // Another start, or the end, came in between.
      if (generation !== this.#generation) return
      if (program) {
        this.onChange({ kind: 'starting' })
        this.terminal.write('\x1b[2m$ node serve.mjs\x1b[0m\r\n')
        return await this.#server?.start(program)
      }
      // What runs goes on: half a line was typed.
      const [first] = diagnostics
      this.terminal.write(
        `\x1b[33mNot restarted: the code does not compile (${first?.message ?? 'unknown'}).\x1b[0m\r\n`,
      )
    } catch (error) {
      if (generation === this.#generation) this.onChange({ kind: 'ended', why: sentenceOf(error) })
    }
  }
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
