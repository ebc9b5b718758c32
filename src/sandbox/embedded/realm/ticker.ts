/**
 * Turns of the event loop, and time, that no program can stop.
 * @module
 */

import { openPort } from './port.ts'

/**
 * A turn of the event loop. Rejections that nobody handles are announced in a task after the microtasks (HTML,
 * "notify about rejected promises"), so an answer waits one turn: whoever crashes while answering has not answered.
 */
export const ticker = (): (() => Promise<void>) => {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  openPort(port1).listen(() => waiting.shift()?.())
  const trigger = openPort(port2)
  return () =>
    new Promise(resolve => {
      waiting.push(resolve)
      trigger.post(null)
    })
}

/** Taken before a program can replace them, and before its timers are tracked. */
const { setTimeout: later, clearTimeout: never } = globalThis

export interface Wait {
  /** Resolves after the time. */
  readonly over: Promise<void>
  readonly cancel: () => void
}

export const wait = (ms: number): Wait => {
  let timer: ReturnType<typeof later> | undefined
  const over = new Promise<void>(resolve => {
    timer = later(resolve, ms)
  })
  return { over, cancel: () => never(timer) }
}
