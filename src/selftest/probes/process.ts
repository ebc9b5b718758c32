/**
 * A process of the container as a probe sees it: everything that it wrote and when, and waiting for what it will write.
 * @module
 */

import type { SpawnOptions, WebContainer, WebContainerProcess } from '@webcontainer/api'

export interface Chunk {
  /** Since the process was asked for, ms. */
  readonly at: number
  readonly size: number
}

/** What a script says in a line of its own, which begins with `@@`. The end of one line is the beginning of the next. */
const ANSWER = /(?:^|\n)@@([^\r\n]*)(?=[\r\n])/g
/** Of what a process wrote, as much as helps to understand it, characters. */
const SHOWN = 300

/** What a script has said in whole lines, in order. */
export const answersIn = (text: string): readonly string[] => [...text.matchAll(ANSWER)].map(([, said = '']) => said)

export class ProbedProcess {
  /** All that it wrote, and what the terminal wrote back. */
  text = ''
  readonly chunks: Chunk[] = []
  exitCode: number | null = null
  /** When its exit was heard of, since it was asked for, ms. */
  exitedAt: number | null = null
  /** When its output ended, since it was asked for, ms. */
  closedAt: number | null = null
  readonly #watchers = new Set<() => void>()
  readonly #input: WritableStreamDefaultWriter<string>
  #answersTaken = 0

  private constructor(
    private readonly process: WebContainerProcess,
    private readonly began: number,
  ) {
    this.#input = process.input.getWriter()
    void this.#read(process.output.getReader())
    process.exit.then(code => {
      this.exitCode = code
      this.exitedAt = this.elapsed()
      this.#tell()
    })
  }

  static async start(container: WebContainer, args: string[], options: SpawnOptions): Promise<ProbedProcess> {
    const began = performance.now()
    return new ProbedProcess(await container.spawn('node', args, options), began)
  }

  /** Since the process was asked for, ms. */
  elapsed(): number {
    return performance.now() - this.began
  }

  async write(text: string): Promise<void> {
    await this.#input.write(text)
  }

  /** Does nothing to one that has ended. */
  kill(): void {
    if (this.exitCode === null) this.process.kill()
  }

  /**
   * Looks again whenever something was heard of the process.
   * @returns the first that was not null; null when there was none for so many ms
   */
  when<T>(look: () => T | null, ms: number): Promise<T | null> {
    const found = look()
    if (found !== null) return Promise.resolve(found)
    return new Promise(resolve => {
      const settle = (value: T | null) => {
        clearTimeout(timer)
        this.#watchers.delete(watch)
        resolve(value)
      }
      const watch = () => {
        const value = look()
        if (value !== null) settle(value)
      }
      const timer = setTimeout(() => settle(null), ms)
      this.#watchers.add(watch)
    })
  }

  /** @returns the exit code; null when it has not ended for so many ms */
  exited(ms: number): Promise<number | null> {
    return this.when(() => this.exitCode, ms)
  }

  /**
   * The next thing that the script says.
   * @throws {Error} when it says nothing more for so many ms; the message tells what it wrote instead
   */
  async answer(ms: number): Promise<string> {
    const next = () => answersIn(this.text)[this.#answersTaken] ?? null
    const found = await this.when(next, ms)
    if (found === null) {
      const ending = this.exitCode === null ? 'it is still running' : `it ended with code ${this.exitCode}`
      const wrote = this.text.trim() === '' ? 'nothing' : JSON.stringify(this.text.slice(-SHOWN))
      throw new Error(`the script gave no answer within ${ms / 1000} s: ${ending}, and wrote ${wrote}`)
    }
    this.#answersTaken += 1
    return found
  }

  async #read(reader: ReadableStreamDefaultReader<string>): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      this.text += value
      this.chunks.push({ at: this.elapsed(), size: value.length })
      this.#tell()
    }
    this.closedAt = this.elapsed()
    this.#tell()
  }

  #tell(): void {
    for (const watch of this.#watchers) watch()
  }
}
