/**
 * One exercise in the list.
 * @module
 */

import { ArrowRight, Circle, CircleCheck, CircleDot, Clock } from 'lucide-react'
import type { Stop } from '../../workspace/route.ts'
import type { ExerciseState } from './filters.ts'

const LOOKS: Readonly<Record<ExerciseState, { readonly icon: typeof Circle; readonly word: string }>> = {
  new: { icon: Circle, word: 'New' },
  started: { icon: CircleDot, word: 'Started' },
  solved: { icon: CircleCheck, word: 'Solved' },
}

interface Props {
  readonly stop: Stop
  readonly state: ExerciseState
}

export function ExerciseCard({ stop: { summary, number, address }, state }: Props) {
  const { icon: Icon, word } = LOOKS[state]
  return (
    <li className="exercise-card" data-exercise={summary.id}>
      <span className="exercise-number" aria-hidden="true">
        {number}
      </span>
      <div className="exercise-text">
        <h4>
          <a href={address}>
            <span className="visually-hidden">{number}. </span>
            {summary.title}
          </a>
        </h4>
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
        <span className="difficulty">{summary.difficulty}</span>
        <span className="minutes">
          <Clock aria-hidden size={12} />
          {summary.minutes} min
        </span>
      </div>
      <ArrowRight aria-hidden size={16} className="go" />
    </li>
  )
}
