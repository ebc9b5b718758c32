/**
 * Ends processes, and counts those that do not end: a loop that nothing ends keeps a processor busy for as long as the
 * container lives (stackblitz/webcontainer-core#1121).
 * @module
 */

import type { WebContainerProcess } from '@webcontainer/api'

/** Of one container. */
export class Wear {
  /** Processes that were told to end and did not. */
  zombies = 0

  /** @param told is called when the number has changed */
  constructor(
    private readonly limit: number,
    private readonly told: () => void,
  ) {}

  /** Tells a process to end; one that was not even started within the limit counts as well. */
  end(spawning: Promise<WebContainerProcess>): void {
    let isCounted = false
    const timer = setTimeout(() => {
      isCounted = true
      this.#count(1)
    }, this.limit)
    const ended = (): void => {
      clearTimeout(timer)
      if (isCounted) this.#count(-1)
    }
    spawning.then(
      process => {
        process.kill()
        // It may also end later.
        void process.exit.then(ended, ended)
      },
      () => ended(),
    )
  }

  #count(more: number): void {
    this.zombies += more
    this.told()
  }
}
