/**
 * The list of exercises.
 * @module
 */

import type { ExerciseSummary } from '../../exercise/exercise.ts'
import { Mark } from '../header/brand.tsx'
import { ThemeMenu } from '../header/theme-menu.tsx'
import { ExerciseCard } from './exercise-card.tsx'

export type ExerciseState = 'new' | 'started' | 'solved'

export interface CatalogueItem {
  readonly summary: ExerciseSummary
  readonly state: ExerciseState
  readonly address: string
}

function Tally({ items }: { readonly items: readonly CatalogueItem[] }) {
  const solved = items.filter(({ state }) => state === 'solved').length
  const noun = items.length === 1 ? 'exercise' : 'exercises'
  return (
    <p className="tally">
      {items.length} {noun}
      {solved > 0 ? `, ${solved} solved` : ''}
    </p>
  )
}

export function Catalogue({ items }: { readonly items: readonly CatalogueItem[] }) {
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
        <h1>Know FastAPI? Write it in Hono.</h1>
        <p className="lead">
          Each exercise shows an interview question and the FastAPI code that answers it. You write the Hono rendition,
          and with every key you press your server gets real requests: you see at once which status, header or body is
          not yet right. It all runs in this page. No account, no server, and your code stays in your browser.
        </p>
        <section aria-labelledby="exercises-title">
          <div className="catalogue-heading">
            <h2 id="exercises-title">Exercises</h2>
            <Tally items={items} />
          </div>
          <ul className="exercise-list">
            {items.map(item => (
              <ExerciseCard key={item.summary.id} item={item} />
            ))}
          </ul>
        </section>
      </main>
    </div>
  )
}
