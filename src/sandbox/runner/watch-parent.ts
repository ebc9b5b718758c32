/**
 * Ends this process when the one that started it is gone. Its standard input ends then as well, but a program in an
 * endless loop never hears of it, so a thread of its own keeps watch.
 * @module
 */

import { Worker } from 'node:worker_threads'

/** How often the thread looks, ms. */
const INTERVAL = 500

/** @param parent the process that started this one */
export const watchParent = (parent: number): void => {
  const watch = `setInterval(() => process.ppid === ${parent} || process.kill(process.pid, 'SIGKILL'), ${INTERVAL})`
  // Its own output would go by way of this process's.
  new Worker(watch, { eval: true, stdout: true, stderr: true }).unref()
}
