/**
 * A runner in a Node process of the container, spoken to over its terminal: there is nothing else.
 * @module
 */

import type { Limits } from '../limits.ts'
import type { ProcessEvents, Spawn } from '../processes/channel.ts'
import { OPTIONS, type RunnerOptions } from '../runner/protocol.ts'
import { encodeFrame, FrameReader, fileOf, longestLine, markFromRunner, markToRunner } from '../wire.ts'
import type { ContainerLink } from './container-link.ts'
import { MESSAGES } from './protocol.ts'

/** Characters of what Node itself wrote that are kept, to explain why it ended. */
const RAW_KEPT = 4_000

/** So that nothing but frames and the program's own output is in the stream, and no colours. */
const QUIET = { NODE_NO_WARNINGS: '1', NO_COLOR: '1', FORCE_COLOR: '0' }

export const spawnInContainer =
  (link: ContainerLink, limits: Limits): Spawn =>
  events => {
    const nonce = crypto.randomUUID()
    const options: RunnerOptions = { nonce, parent: null, files: MESSAGES, limits }
    const reader = new FrameReader(markFromRunner(nonce))
    let raw = ''
    let sent = 0
    const inOrder = new InOrder(events, path => link.fetch(process, path))
    const process = link.spawn(
      { ...QUIET, [OPTIONS]: JSON.stringify(options) },
      {
        output: text => {
          for (const read of reader.push(text)) {
            if (read.kind === 'frame') inOrder.message(read.value, `${MESSAGES}${nonce}-`)
            else raw = `${raw}${read.text}\n`.slice(-RAW_KEPT)
          }
        },
        exited: why => inOrder.ended(why),
        lost: events.lost,
      },
    )
    return {
      say: message => {
        const frame = encodeFrame(markToRunner(nonce), message)
        if (frame.length <= longestLine.toRunner) return link.post({ type: 'say', process, line: frame, file: null })
        sent += 1
        const path = `${MESSAGES}to-${nonce}-${sent}.json`
        const line = encodeFrame(markToRunner(nonce), { file: path })
        link.post({ type: 'say', process, line, file: { path, text: JSON.stringify(message) } })
      },
      kill: () => {
        link.post({ type: 'kill', process })
        link.forget(process)
      },
      complaint: () => raw,
    }
  }

/** Passes on what a process says in the order in which it said it, though some of it has to be fetched first. */
class InOrder {
  /** Null when everything so far was passed on. */
  #last: Promise<void> | null = null

  constructor(
    private readonly events: ProcessEvents,
    private readonly fetch: (path: string) => Promise<string | null>,
  ) {}

  /** @param files where the process's own messages are: nothing else is fetched, whatever a program says */
  message(value: unknown, files: string): void {
    const path = fileOf(value)
    if (path?.startsWith(files)) {
      const fetching = this.fetch(path).then(parsed)
      this.#follow(async () => this.events.message(await fetching))
    } else this.#pass(() => this.events.message(value))
  }

  ended(why: string): void {
    this.#pass(() => this.events.ended(why))
  }

  #pass(pass: () => void): void {
    if (this.#last) this.#follow(async () => pass())
    else pass()
  }

  #follow(work: () => Promise<void>): void {
    const mine = (this.#last ?? Promise.resolve()).then(work)
    this.#last = mine
    void mine.finally(() => {
      if (this.#last === mine) this.#last = null
    })
  }
}

/** Undefined, which is no message, when it is not JSON. */
const parsed = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
