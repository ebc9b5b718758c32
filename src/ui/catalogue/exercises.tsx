/**
 * The exercises in the stages of the path, and what chooses among them.
 * @module
 */

import { useEffect, useMemo, useRef, useState } from 'react'
import { type Journey, type RouteStage, stopsOf } from '../../workspace/route.ts'
import { FilterBar } from './filter-bar.tsx'
import { isFiltered, matches, NO_FILTERS, topicsOf } from './filters.ts'
import { NoMatch } from './no-match.tsx'
import { StageSection } from './stage-section.tsx'
import { useFilters } from './use-filters.ts'

interface Props {
  readonly stages: readonly RouteStage[]
  readonly progress: Journey['progress']
}

/** A link to a filtered list is about the list. Who comes back or reloads stays where they were. */
function useArrival(filtered: boolean) {
  const section = useRef<HTMLElement>(null)
  // As the page is opened: what is chosen later moves nothing.
  const [arrived] = useState(filtered)
  useEffect(() => {
    const [arrival] = performance.getEntriesByType('navigation')
    const isNew = arrival instanceof PerformanceNavigationTiming && arrival.type === 'navigate'
    if (arrived && isNew && scrollY === 0) section.current?.scrollIntoView()
  }, [arrived])
  return section
}

export function Exercises({ stages, progress }: Props) {
  const topics = useMemo(() => topicsOf(stopsOf(stages).map(({ summary }) => summary)), [stages])
  const { filters, type, choose } = useFilters(topics.map(([topic]) => topic))
  const section = useArrival(isFiltered(filters))
  const search = useRef<HTMLInputElement>(null)
  const shown = stages
    .map(stage => ({
      stage,
      stops: stage.exercises.filter(stop => matches(stop, progress.get(stop.summary.id) ?? 'new', filters)),
    }))
    .filter(({ stops }) => stops.length > 0)
  const clear = () => {
    choose(NO_FILTERS)
    // What was pressed is gone.
    search.current?.focus()
  }
  return (
    <section className="exercises" ref={section} aria-labelledby="exercises-title">
      <h2 id="exercises-title">Exercises</h2>
      <FilterBar
        filters={filters}
        topics={topics}
        shown={shown.reduce((sum, { stops }) => sum + stops.length, 0)}
        all={stopsOf(stages).length}
        search={search}
        onType={type}
        onChoose={choose}
        onClear={clear}
      />
      {shown.length === 0 ? <NoMatch filters={filters} onClear={clear} /> : null}
      {shown.map(({ stage, stops }) => (
        <StageSection key={stage.title} stage={stage} stops={stops} progress={progress} />
      ))}
    </section>
  )
}
