/**
 * Waiting that can be called off, for what cannot be called off itself.
 * @module
 */

/**
 * Waits for work until the signal is aborted; the work goes on by itself, and what comes of it is of no use to anybody.
 *
 * @param why what the error says then
 * @throws {Error} at once when the signal is aborted
 */
export const whileWanted = async <T>(work: Promise<T>, signal: AbortSignal, why: string): Promise<T> => {
  let stop = (): void => undefined
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Error(why))
  })
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    return await Promise.race([stopped, work])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
