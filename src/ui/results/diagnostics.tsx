/**
 * Why the code does not compile; each entry leads to its line.
 * @module
 */

import { useLayoutEffect, useRef } from 'react'
import { isStale } from '../../workspace/selectors.ts'
import { usePage } from '../context.ts'
import { useShownState } from '../shown-state.ts'

export function Diagnostics() {
  const state = useShownState()
  const diagnostics = state.verdict?.diagnostics ?? []
  const stale = isStale(state)
  const page = usePage()
  const list = useRef<HTMLOListElement>(null)
  // What is wrong stands above the checks, wherever those were scrolled to.
  useLayoutEffect(() => {
    for (const scrolled of ['.scroll', '.stacked']) list.current?.closest(scrolled)?.scrollTo({ top: 0 })
  }, [])
  return (
    <ol ref={list} className="diagnostics" data-stale={stale || undefined}>
      {diagnostics.map(diagnostic => (
        <li key={`${diagnostic.path}:${diagnostic.line}:${diagnostic.column}:${diagnostic.message}`}>
          <button type="button" onClick={() => page.jumpTo(diagnostic)}>
            <code className="diagnostic-place">
              {diagnostic.path}:{diagnostic.line}:{diagnostic.column}
            </code>
            <span>{diagnostic.message}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
