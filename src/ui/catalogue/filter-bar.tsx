/**
 * The search field and the choices, and how many exercises they leave.
 * @module
 */

import { Search, X } from 'lucide-react'
import { type RefObject, useEffect } from 'react'
import { isTyping } from '../typing.ts'
import { Choices } from './choices.tsx'
import { DIFFICULTIES, type Filters, isFiltered, STATES } from './filters.ts'

interface Props {
  readonly filters: Filters
  readonly topics: readonly (readonly [topic: string, count: number])[]
  /** How many exercises are shown, of how many. */
  readonly shown: number
  readonly all: number
  readonly search: RefObject<HTMLInputElement | null>
  readonly onType: (query: string) => void
  readonly onChoose: (filters: Filters) => void
  readonly onClear: () => void
}

/** `/` goes to the search field from anywhere on the page. */
function useSlash(search: Props['search']): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target, isComposing } = event
      if (key !== '/' || ctrlKey || metaKey || altKey || isComposing || isTyping(target)) return
      event.preventDefault()
      search.current?.focus()
      search.current?.select()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [search])
}

export function FilterBar({ filters, topics, shown, all, search, onType, onChoose, onClear }: Props) {
  useSlash(search)
  const noun = all === 1 ? 'exercise' : 'exercises'
  return (
    <search className="filter-bar">
      <div className="filter-fields">
        <div className="search-field">
          <Search aria-hidden size={14} />
          <input
            ref={search}
            type="search"
            className="input"
            aria-label="Search the exercises"
            aria-keyshortcuts="/"
            placeholder="Title, topic or number"
            autoComplete="off"
            spellCheck={false}
            value={filters.query}
            onChange={({ target }) => onType(target.value)}
            onKeyDown={({ key }) => key === 'Escape' && onType('')}
          />
          <span className="keys" aria-hidden="true">
            <kbd>/</kbd>
          </span>
        </div>
        <select
          className="input select"
          aria-label="Topic"
          value={filters.topic ?? ''}
          onChange={({ target }) => onChoose({ ...filters, topic: target.value || null })}
        >
          <option value="">All topics</option>
          {topics.map(([topic, count]) => (
            <option key={topic} value={topic}>
              {topic} ({count})
            </option>
          ))}
        </select>
      </div>
      <div className="filter-choices">
        <Choices
          label="Difficulty"
          all={DIFFICULTIES}
          chosen={filters.difficulties}
          onChoose={difficulties => onChoose({ ...filters, difficulties })}
        />
        <Choices
          label="State"
          all={STATES}
          chosen={filters.states}
          onChoose={states => onChoose({ ...filters, states })}
        />
        <div className="filter-result">
          <p role="status">{isFiltered(filters) ? `${shown} of ${all} ${noun}` : `${all} ${noun}`}</p>
          {isFiltered(filters) ? (
            <button type="button" className="button quiet small" onClick={onClear}>
              <X aria-hidden size={12} />
              Clear
            </button>
          ) : null}
        </div>
      </div>
    </search>
  )
}
