/**
 * The workspace as its results are shown. An edit makes a verdict stale, and most verdicts are replaced before a person
 * could read that; marking each for a moment would flicker, and would paint the page twice for every key. So what only
 * became stale is shown after a short grace, everything else at once.
 * @module
 */

import { useSyncExternalStore } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import { isStale } from '../workspace/selectors.ts'
import type { WorkspaceState } from '../workspace/state.ts'
import { useWorkspace } from './context.ts'

/** ms; a run takes a third of it. */
const grace = 150

interface Shown {
  readonly get: () => WorkspaceState
  readonly subscribe: (listener: () => void) => () => void
}

/** What results are made of: a change of anything else shows nothing new here. */
const parts = ['exercise', 'verdict', 'ranOn', 'run', 'live', 'files'] as const

export const createShown = (store: StoreApi<WorkspaceState>): Shown => {
  const listeners = new Set<() => void>()
  let shown = store.getState()
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = () => {
    clearTimeout(timer)
    timer = undefined
    shown = store.getState()
    for (const listener of listeners) listener()
  }
  store.subscribe((state, before) => {
    const changed = parts.filter(part => state[part] !== before[part])
    if (changed.length === 0) return
    const onlyEdited = changed.every(part => part === 'files')
    if (!onlyEdited || !isStale(state) || isStale(shown)) show()
    else timer ??= setTimeout(show, grace)
  })
  return {
    get: () => shown,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const ofStores = new WeakMap<StoreApi<WorkspaceState>, Shown>()

export function useShownState(): WorkspaceState {
  const { store } = useWorkspace()
  const shown = ofStores.get(store) ?? createShown(store)
  ofStores.set(store, shown)
  return useSyncExternalStore(shown.subscribe, shown.get)
}
