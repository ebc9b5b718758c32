/**
 * What guarded loops of a program call (../webcontainer/guard-loops.ts): it ends the process when the event loop has not
 * turned for too long.
 * @module
 */

import { setInterval } from 'node:timers'
import { GUARD } from './guard-name.ts'

/** How often it is noted that the event loop turns, ms. */
const BEAT = 50

export interface GuardOptions {
  /** How long the event loop may stand still, ms; null: as long as it likes. Asked each time that a loop calls. */
  readonly limit: () => number | null
  /** Ends the process. */
  readonly over: () => never
}

/**
 * Call it before any code of the program runs, which may replace the clock and timers, and before `trackProcess`
 * (leftovers.ts), which would take it for something that a program left.
 * @returns call it when a task begins: what stood still before is not held against it
 */
export const installGuard = ({ limit, over }: GuardOptions): (() => void) => {
  const now = performance.now.bind(performance)
  let since = now()
  const turned = (): void => {
    since = now()
  }
  setInterval(turned, BEAT).unref()
  const guard = (): void => {
    const most = limit()
    if (most !== null && now() - since > most) over()
  }
  Object.defineProperty(globalThis, Symbol.for(GUARD), { value: guard })
  return turned
}
