/**
 * Loads xterm.js once it is wanted.
 * @module
 */

import { useEffect, useState } from 'react'

type Xterm = typeof import('./xterm.ts')

interface Loaded {
  /** Null until it is there. */
  readonly xterm: Xterm | null
  readonly failed: boolean
}

// Not `import(…).then(…)` in one: Vite would take the whole of it for the import, and fail past what handles a failure.
const load = (): Promise<Xterm> => import('./xterm.ts')

export function useXterm(wanted: boolean): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ xterm: null, failed: false })
  const waiting = wanted && loaded.xterm === null
  useEffect(() => {
    if (!waiting) return
    let current = true
    load().then(
      xterm => current && setLoaded({ xterm, failed: false }),
      () => current && setLoaded({ xterm: null, failed: true }),
    )
    return () => {
      current = false
    }
  }, [waiting])
  return loaded
}
