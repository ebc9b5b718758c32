/**
 * One process of the container. What is done with it is done in order, and waits until it was started.
 * @module
 */

import type { WebContainer, WebContainerProcess } from '@webcontainer/api'
import { reasonOf } from './container-error.ts'
import type { Wear } from './end-process.ts'
import { Flood } from './flood.ts'

/** How long after its exit a process may still be heard of, ms: its last output may come then (webcontainer.md §1). */
const grace = 100

interface Events {
  readonly output: (text: string) => void
  /** Nothing is heard of it any more. */
  readonly ended: (why: string) => void
}

export class ServedProcess {
  #queue: Promise<unknown>
  #isEnded = false
  readonly #flood = new Flood()

  constructor(
    private readonly container: WebContainer,
    private readonly spawning: Promise<WebContainerProcess>,
    private readonly wear: Wear,
    private readonly events: Events,
  ) {
    this.#queue = spawning.then(
      process => this.#listen(process),
      cause => this.#tell(`it could not be started: ${reasonOf(cause)}`),
    )
  }

  /** @param file is written before the line */
  say(line: string, file: { readonly path: string; readonly text: string } | null): void {
    const saying = this.#queue.then(async () => {
      if (file) await this.container.fs.writeFile(file.path, file.text)
      const writer = (await this.spawning).input.getWriter()
      await writer.write(line).finally(() => writer.releaseLock())
    })
    // A process that cannot be spoken to answers nothing, which its caller notices.
    this.#queue = saying.catch(() => undefined)
  }

  /** Nothing is heard of it any more. */
  end(): void {
    this.#isEnded = true
    this.wear.end(this.spawning)
  }

  #listen(process: WebContainerProcess): void {
    // Its output never ends by itself (webcontainer.md §1).
    void this.#read(process.output.getReader())
    void process.exit.then(code => setTimeout(() => this.#tell(`the process ended with code ${code}`), grace))
  }

  async #read(reader: ReadableStreamDefaultReader<string>): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || this.#isEnded) return
      if (this.#flood.isTooMuch(value)) {
        this.wear.end(this.spawning)
        return this.#tell('it wrote more than anybody could read')
      }
      this.events.output(value)
    }
  }

  #tell(why: string): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.events.ended(why)
  }
}
