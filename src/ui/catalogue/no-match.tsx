/**
 * No exercise is as it was asked for.
 * @module
 */

import type { Filters } from './filters.ts'

/** `“graphql”, cookies, easy or hard, solved` */
function wordsOf({ query, topic, difficulties, states }: Filters): string {
  const words = query.trim()
  const parts = [words === '' ? '' : `“${words}”`, topic ?? '', difficulties.join(' or '), states.join(' or ')]
  return parts.filter(part => part !== '').join(', ')
}

export function NoMatch({ filters, onClear }: { readonly filters: Filters; readonly onClear: () => void }) {
  return (
    <div className="no-match">
      <p>
        No exercise is like this: <strong>{wordsOf(filters)}</strong>.
      </p>
      <button type="button" className="button" onClick={onClear}>
        Show all exercises
      </button>
    </div>
  )
}
