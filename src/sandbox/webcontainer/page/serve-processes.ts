/**
 * The page's end of the port to a sandbox: starts, feeds and ends processes of the container for it.
 * @module
 */

import type { WebContainer, WebContainerProcess } from '@webcontainer/api'
import type { ContainerLimits } from '../limits.ts'
import { type FromContainer, RUNNER, type ToContainer } from '../protocol.ts'
import { reasonOf } from './container-error.ts'

/** How long after its exit a process may still be heard of, ms: its last output may come then (webcontainer.md §1). */
const grace = 100
/** Nobody looks at it, and long lines must not be broken. */
const terminal = { cols: 200, rows: 24 }

export interface ProcessServer {
  /** Ends every process and says so; the port is of no use afterwards. */
  lose(why: string): void
}

export const serveProcesses = (
  container: WebContainer,
  port: MessagePort,
  { limits, onZombie }: { readonly limits: Pick<ContainerLimits, 'end'>; readonly onZombie: () => number },
): ProcessServer => {
  const processes = new Map<number, ServedProcess>()
  const say = (message: FromContainer): void => port.postMessage(message)
  const start = (process: number, env: Readonly<Record<string, string>>): ServedProcess => {
    const spawning = container.spawn('node', [RUNNER], { env: { ...env }, terminal })
    const ended = (why: string): void => {
      processes.delete(process)
      say({ type: 'exited', process, why })
    }
    return new ServedProcess(container, spawning, limits, {
      output: text => say({ type: 'output', process, text }),
      ended,
      zombie: () => say({ type: 'zombies', count: onZombie() }),
    })
  }
  port.onmessage = ({ data }: MessageEvent<ToContainer>) => {
    const { process } = data
    if (data.type === 'spawn') return void processes.set(process, start(process, data.env))
    const served = processes.get(process)
    if (data.type === 'say') served?.say(data.line, data.file)
    else if (data.type === 'kill') served?.kill()
    else if (served) void served.fetch(data.path).then(text => say({ type: 'fetched', process, text }))
    else say({ type: 'fetched', process, text: null })
  }
  return {
    lose: why => {
      for (const served of processes.values()) served.kill()
      say({ type: 'lost', why })
      port.close()
    },
  }
}

interface Events {
  readonly output: (text: string) => void
  readonly ended: (why: string) => void
  /** It was told to end and did not. */
  readonly zombie: () => void
}

/** What is done with a process is done in order, and waits until it was started. */
class ServedProcess {
  #queue: Promise<unknown>
  #isEnded = false

  constructor(
    private readonly container: WebContainer,
    private readonly spawning: Promise<WebContainerProcess>,
    private readonly limits: Pick<ContainerLimits, 'end'>,
    private readonly events: Events,
  ) {
    this.#queue = spawning.then(
      process => void this.#listen(process),
      cause => this.#end(`it could not be started: ${reasonOf(cause)}`),
    )
  }

  say(line: string, file: { readonly path: string; readonly text: string } | null): void {
    this.#queue = this.#queue.then(async () => {
      if (file) await this.container.fs.writeFile(file.path, file.text)
      const writer = (await this.spawning).input.getWriter()
      await writer.write(line).finally(() => writer.releaseLock())
    })
    // A process that cannot be spoken to answers nothing, which its caller notices.
    this.#queue = this.#queue.catch(() => undefined)
  }

  /** The text of a file that it wrote, which is removed; null when it cannot be read. */
  async fetch(path: string): Promise<string | null> {
    const text = await this.container.fs.readFile(path, 'utf8').catch(() => null)
    void this.container.fs.rm(path).catch(() => undefined)
    return text
  }

  kill(): void {
    void this.spawning.then(
      process => {
        process.kill()
        setTimeout(() => this.#isEnded || this.events.zombie(), this.limits.end)
      },
      () => undefined,
    )
  }

  #listen(process: WebContainerProcess): void {
    void this.#read(process.output.getReader())
    // Its output never ends by itself (webcontainer.md §1).
    void process.exit.then(code => {
      this.#isEnded = true
      setTimeout(() => this.#end(`the process ended with code ${code}`), grace)
    })
  }

  async #read(reader: ReadableStreamDefaultReader<string>): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      this.events.output(value)
    }
  }

  #end(why: string): void {
    this.#isEnded = true
    this.events.ended(why)
  }
}
