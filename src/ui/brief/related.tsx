/**
 * The neighbours of this question, with a link where there is an exercise about them.
 * @module
 */

import type { RelatedQuestion } from '../../exercise/exercise.ts'
import { useBase } from '../context.ts'

const WORDS: Readonly<Record<RelatedQuestion['relation'], string>> = {
  previous: 'Previous',
  next: 'Next',
  related: 'Related',
}

export function Related({ questions }: { readonly questions: readonly RelatedQuestion[] }) {
  const base = useBase()
  if (questions.length === 0) return null
  return (
    <nav className="brief-section" aria-labelledby="related-title">
      <h3 id="related-title">Other questions</h3>
      <ul className="related">
        {questions.map(({ relation, number, title, id }) => (
          <li key={number}>
            <span className="faint">{WORDS[relation]}</span>
            {id === null ? (
              <span className="muted">
                {number}. {title} <span className="faint">no exercise yet</span>
              </span>
            ) : (
              <a href={`${base}exercises/${id}/`}>
                {number}. {title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
