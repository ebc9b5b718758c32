/**
 * What the test page has beside its client: what tests do in it more than once.
 * @module
 */

import { WebContainer } from '@webcontainer/api'

export { WebContainer }

/** Starts Node on the text of an ES module. @param {string} script */
export const run = async script =>
  follow(await globalThis.container.spawn('node', ['--input-type=module', '-e', script]))

/**
 * Reads what a process writes, as it comes.
 * @param {import('@webcontainer/api').WebContainerProcess} process
 */
export const follow = process => {
  /** @type {string[]} the pieces in which it comes */
  const chunks = []
  let isClosed = false
  const change = new EventTarget()
  const tell = () => change.dispatchEvent(new Event('change'))
  void process.output.pipeTo(
    new WritableStream({
      write: chunk => {
        chunks.push(chunk)
        tell()
      },
      close: () => {
        isClosed = true
        tell()
      },
    }),
  )
  const text = () => chunks.join('')
  /** @template T @param {() => T | null} look @returns {Promise<T>} what was found, as soon as something is */
  const until = async look => {
    for (;;) {
      const found = look()
      if (found !== null) return found
      await new Promise(resolve => change.addEventListener('change', resolve, { once: true }))
    }
  }
  const writer = process.input.getWriter()
  return {
    process,
    chunks,
    isClosed: () => isClosed,
    /** Resolves when the output has matched. @param {RegExp} pattern */
    written: pattern =>
      until(() => {
        const match = pattern.exec(text())
        if (!match && isClosed) throw new Error(`the output has no ${pattern}: ${text()}`)
        return match
      }),
    /** Resolves with all output when it is closed. */
    closed: () => until(() => (isClosed ? text() : null)),
    /** Writes to its terminal. @param {string} input */
    type: input => writer.write(input),
  }
}
