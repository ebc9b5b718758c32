/**
 * What the test page gets beside its client: what tests do in it more than once.
 * @module
 */

import { type SpawnOptions, WebContainer, type WebContainerProcess } from '@webcontainer/api'

export { WebContainer }

/** A process and what it wrote so far. */
export interface Running {
  readonly process: WebContainerProcess
  /** The pieces in which its output came. */
  readonly chunks: readonly string[]
  text(): string
  /** Resolves when the output has matched. */
  written(pattern: RegExp): Promise<RegExpExecArray>
  isClosed(): boolean
  /** Resolves with all output when it is closed. */
  closed(): Promise<string>
  /** Writes to its terminal. */
  type(text: string): Promise<void>
}

/** Starts Node on a script. */
export const run = async (script: string, options: SpawnOptions = {}): Promise<Running> =>
  follow(await globalThis.container.spawn('node', ['--input-type=module', '-e', script], options))

export const follow = (process: WebContainerProcess): Running => {
  const chunks: string[] = []
  let isClosed = false
  const change = new EventTarget()
  const note = () => void change.dispatchEvent(new Event('change'))
  const write = (chunk: string) => {
    chunks.push(chunk)
    note()
  }
  const close = () => {
    isClosed = true
    note()
  }
  void process.output.pipeTo(new WritableStream({ write, close }))
  const text = () => chunks.join('')
  const until = async <T>(look: () => T | null): Promise<T> => {
    for (;;) {
      const found = look()
      if (found !== null) return found
      await new Promise(resolve => change.addEventListener('change', resolve, { once: true }))
    }
  }
  const written = (pattern: RegExp) =>
    until(() => {
      const match = pattern.exec(text())
      if (!match && isClosed) throw new Error(`the output has no ${pattern}: ${text()}`)
      return match
    })
  const writer = process.input.getWriter()
  return {
    process,
    chunks,
    text,
    written,
    isClosed: () => isClosed,
    closed: () => until(() => (isClosed ? text() : null)),
    type: input => writer.write(input),
  }
}

export type PageParts = typeof import('./page-entry.ts')
