/**
 * The filters, kept in the address: a filtered list can be linked to, and the back button takes a choice back.
 * @module
 */

import { useEffect, useState } from 'react'
import { type Filters, readFilters, writeFilters } from './filters.ts'

interface UsedFilters {
  readonly filters: Filters
  /** While something is being typed, it is all one step of the history. */
  readonly type: (query: string) => void
  /** A step of the history of its own. */
  readonly choose: (filters: Filters) => void
}

const addressOf = (filters: Filters): string => `${location.pathname}${writeFilters(filters)}`

/** @param topics those that there are */
export function useFilters(topics: readonly string[]): UsedFilters {
  const [search, setSearch] = useState(location.search)
  /** What was typed as it was typed, with the blank at its end that no address keeps. */
  const [typed, setTyped] = useState<string | null>(null)
  const read = readFilters(search, topics)
  const filters = typed === null ? read : { ...read, query: typed }
  useEffect(() => {
    const follow = () => {
      setTyped(null)
      setSearch(location.search)
    }
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  return {
    filters,
    type(query) {
      setTyped(query)
      try {
        history.replaceState(history.state, '', addressOf({ ...filters, query }))
      } catch {
        // Safari takes so many in ten seconds, and no more. The next one says it all.
      }
    },
    choose(next) {
      setTyped(null)
      if (writeFilters(next) === location.search) return setSearch(location.search)
      history.pushState(null, '', addressOf(next))
      setSearch(location.search)
    },
  }
}
