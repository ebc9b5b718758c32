/**
 * One exercise in the list.
 * @module
 */

import { ArrowRight, Circle, CircleCheck, CircleDot, Clock } from 'lucide-react'
import type { CatalogueItem, ExerciseState } from './catalogue.tsx'

const STATES: Readonly<Record<ExerciseState, { readonly icon: typeof Circle; readonly word: string }>> = {
  new: { icon: Circle, word: 'New' },
  started: { icon: CircleDot, word: 'Started' },
  solved: { icon: CircleCheck, word: 'Solved' },
}

/** `08-status-codes` → `08`. */
const numberOf = (id: string) => /^\d+/.exec(id)?.[0] ?? ''

export function ExerciseCard({ item: { summary, state, address } }: { readonly item: CatalogueItem }) {
  const { icon: Icon, word } = STATES[state]
  return (
    <li className="exercise-card">
      <span className="exercise-number" aria-hidden="true">
        {numberOf(summary.id)}
      </span>
      <div className="exercise-text">
        <h3>
          <a href={address}>{summary.title}</a>
        </h3>
        <p>{summary.summary}</p>
        <ul className="chips" aria-label="Topics">
          {summary.topics.map(topic => (
            <li key={topic}>{topic}</li>
          ))}
        </ul>
      </div>
      <div className="exercise-facts">
        <span className="progress-state" data-state={state}>
          <Icon aria-hidden size={14} />
          {word}
        </span>
        <span className="difficulty" data-difficulty={summary.difficulty}>
          {summary.difficulty}
        </span>
        <span className="minutes">
          <Clock aria-hidden size={12} />
          {summary.minutes} min
        </span>
      </div>
      <ArrowRight aria-hidden size={16} className="go" />
    </li>
  )
}
