/**
 * Results of a pure function of a text, kept for the next time it is asked.
 * @module
 */

/** Checks come anew with every message to a worker, but their paths and patterns are the same few. */
const MOST = 1_000

/** What throws is not kept. Results are shared, so nobody may write into them. */
export const remember = <Result>(make: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, Result>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = make(text)
    if (known.size >= MOST) known.clear()
    known.set(text, result)
    return result
  }
}
