/**
 * Questions that have to do with this one, in the order of their numbers, with a link where there is an exercise.
 * @module
 */

import type { RelatedQuestion } from '../../exercise/exercise.ts'
import { useBase } from '../context.ts'

/** What is said beside the title; that others are related says the heading. */
const WORDS: Readonly<Record<RelatedQuestion['relation'], string | null>> = {
  previous: 'the question before',
  next: 'the question after',
  related: null,
}

export function Related({ questions }: { readonly questions: readonly RelatedQuestion[] }) {
  const base = useBase()
  if (questions.length === 0) return null
  return (
    <nav className="brief-section" aria-labelledby="related-title">
      <h3 id="related-title">Related questions</h3>
      <ul className="related">
        {questions
          .toSorted((a, b) => a.number - b.number)
          .map(({ relation, number, title, id }) => (
            <li key={number}>
              <span className="related-number">{number}</span>
              {id === null ? <span className="muted">{title}</span> : <a href={`${base}exercises/${id}/`}>{title}</a>}
              <span className="related-note">
                {[WORDS[relation], id === null ? 'no exercise yet' : null].filter(word => word !== null).join(', ')}
              </span>
            </li>
          ))}
      </ul>
    </nav>
  )
}
