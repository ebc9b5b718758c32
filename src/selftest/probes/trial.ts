/**
 * A probe's stay in the container: a folder of its own and the processes that it started, all gone afterwards.
 * @module
 */

import type { SpawnOptions, WebContainer } from '@webcontainer/api'
import { Answer } from './answer.ts'
import { ProbedProcess } from './process.ts'

export interface StartOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** For one answer of a script. Starting Node takes 0.1 s in a container, and seconds when all is busy, ms. */
const ANSWER_LIMIT = 8_000

export class Trial {
  readonly #processes: ProbedProcess[] = []
  #isEnded = false

  private constructor(
    readonly container: WebContainer,
    /** Below the container's working directory. */
    private readonly folder: string,
  ) {}

  static async begin(container: WebContainer, id: string): Promise<Trial> {
    const folder = `self-test/${id}`
    await container.fs.mkdir(folder, { recursive: true })
    return new Trial(container, folder)
  }

  /** The path of a file in the trial's folder. */
  path(name: string): string {
    return `${this.folder}/${name}`
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    await this.container.fs.writeFile(this.path(name), content)
  }

  /** @param script the text of an ES module */
  async start(script: string, { args = [], env = {} }: StartOptions = {}): Promise<ProbedProcess> {
    const name = 'script.mjs'
    await this.write(name, script)
    // Wide: a line must not be cut because of the width of a terminal that nobody sees.
    const options: SpawnOptions = { env, terminal: { cols: 500, rows: 50 } }
    const process = await ProbedProcess.start(this.container, [this.path(name), ...args], options)
    // It took so long to start that nobody waits for it any more.
    if (this.#isEnded) {
      process.kill()
      throw new Error('the probe was over before its process had started')
    }
    this.#processes.push(process)
    return process
  }

  /** The next thing that a script says. */
  async answerOf(process: ProbedProcess): Promise<Answer> {
    return new Answer(await process.answer(ANSWER_LIMIT))
  }

  /** Starts a script for the one thing that it says. */
  async ask(script: string, options: StartOptions = {}): Promise<Answer> {
    return this.answerOf(await this.start(script, options))
  }

  async end(): Promise<void> {
    this.#isEnded = true
    for (const process of this.#processes) process.kill()
    await this.container.fs.rm(this.folder, { recursive: true, force: true })
  }
}
