/**
 * The list of exercises: what to do now, what there is, and how far one has come.
 * @module
 */

import { type Journey, offerOf, type RouteStage, stopsOf } from '../../workspace/route.ts'
import { Mark } from '../header/brand.tsx'
import { ThemeMenu } from '../header/theme-menu.tsx'
import { Exercises } from './exercises.tsx'
import { Standing } from './standing.tsx'
import { useJourney } from './use-journey.ts'
import { HEADING, LEAD } from './words.ts'

export interface CatalogueProps {
  readonly stages: readonly RouteStage[]
  /** How far the person has come as the page is opened. */
  readonly journey: Journey
  /** Looks again, because another tab may have gone on. */
  readonly readJourney: () => Promise<Journey>
}

export function Catalogue({ stages, journey: initial, readJourney }: CatalogueProps) {
  const journey = useJourney(initial, readJourney)
  const stops = stopsOf(stages)
  return (
    <div className="catalogue">
      <header className="catalogue-bar">
        <span className="brand">
          <Mark />
          Rendition
        </span>
        <ThemeMenu />
      </header>
      <main className="catalogue-main">
        <h1>{HEADING}</h1>
        <p className="lead">{LEAD}</p>
        <Standing stops={stops} progress={journey.progress} offer={offerOf(stops, journey)} />
        <Exercises stages={stages} progress={journey.progress} />
      </main>
    </div>
  )
}
