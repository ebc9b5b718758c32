/**
 * Loads Monaco once it cannot be in the way of the first verdict.
 * @module
 */

import { useEffect, useState } from 'react'
import type { WorkspaceState } from '../../workspace/state.ts'
import { useWorkspaceState } from '../context.ts'
import { useMedia } from '../parts/use-media.ts'

export type Monaco = typeof import('./monaco/index.ts')

let loading: Promise<Monaco> | null = null
let loaded: Monaco | null = null

async function load(): Promise<Monaco> {
  loading ??= import('./monaco/index.ts')
  try {
    loaded = await loading
  } catch (error) {
    loading = null // The next try asks the network again.
    throw error
  }
  return loaded
}

/** Whether the first verdict is there, or will not come without the person or because of us. */
const isSettled = ({ verdict, live, run }: WorkspaceState) =>
  verdict !== null || live !== 'on' || run.phase === 'sandbox-failed'

/** Null until it is there; always null where Monaco does not work: without a fine pointer, or without the room. */
export function useMonaco(): { readonly monaco: Monaco | null; readonly failed: boolean } {
  const usable = useMedia('(min-width: 760px) and (pointer: fine)')
  const settled = useWorkspaceState(isSettled)
  const [monaco, setMonaco] = useState(loaded)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!usable || !settled || monaco !== null) return
    let current = true
    // After the frame in which the verdict is painted.
    const frame = requestAnimationFrame(() => {
      load().then(
        module => current && setMonaco(module),
        () => current && setFailed(true),
      )
    })
    return () => {
      current = false
      cancelAnimationFrame(frame)
    }
  }, [usable, settled, monaco])
  return { monaco: usable ? monaco : null, failed: usable && failed }
}
