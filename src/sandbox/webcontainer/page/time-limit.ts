/**
 * A limit for what has none of its own: nothing in the client of WebContainers ever gives up.
 * @module
 */

/**
 * The value of a promise, or what `late` gives when it takes longer.
 * @param ms from now
 */
export const within = async <T>(promise: Promise<T>, ms: number, late: () => T | Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<'late'>(resolve => {
    timer = setTimeout(() => resolve('late'), ms)
  })
  try {
    const first = await Promise.race([promise.then(value => ({ value })), limit])
    return first === 'late' ? await late() : first.value
  } finally {
    clearTimeout(timer)
  }
}
