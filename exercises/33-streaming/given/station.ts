/**
 * A weather station. It makes a reading when somebody asks for one, and counts those who are asking.
 * @module
 */

export interface Reading {
  n: number
  celsius: number
}

interface Range {
  /** 1 when it is left out. */
  first?: number
  /** For ever when it is left out. */
  last?: number
  /** The number of a reading that the sensor fails at. */
  brokenAt?: number
}

/** How many are reading right now, and how many got everything that they had asked for. */
export const streams = { running: 0, finished: 0 }

/**
 * One reading after the other. A generator that is left early (by `break`, or by its `return()`) ends at its `yield`:
 * `finally` runs then, and what stands behind the loop does not.
 */
export function* readings({ first = 1, last = Number.POSITIVE_INFINITY, brokenAt }: Range = {}): Generator<Reading> {
  streams.running += 1
  try {
    for (let n = first; n <= last; n += 1) {
      if (n === brokenAt) throw new Error(`Reading ${n} is lost`)
      yield { n, celsius: (n * 7) % 30 }
    }
    streams.finished += 1
  } finally {
    streams.running -= 1
  }
}

const INTERVAL = 30

/** The same as they are measured: the next one comes a little later. */
export async function* live(range: Range = {}): AsyncGenerator<Reading> {
  for (const reading of readings(range)) {
    yield reading
    await new Promise(resolve => setTimeout(resolve, INTERVAL))
  }
}
