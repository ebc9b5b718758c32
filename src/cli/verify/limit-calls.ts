/**
 * Calls that would take too much from each other if all of them were made at once.
 * @module
 */

/** Lets at most so many calls go on at a time; the others wait in order. */
export const limitCalls = (most: number) => {
  let free = most
  const waiting: (() => void)[] = []
  return async <Value>(call: () => Promise<Value>): Promise<Value> => {
    if (free > 0) free -= 1
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await call()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
