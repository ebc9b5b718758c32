/**
 * Which pane is in front, where not all of them fit.
 * @module
 */

import { BookOpen, CodeXml, ListChecks } from 'lucide-react'
import { counts, shownResults } from '../../workspace/selectors.ts'
import { paneId } from '../navigation.ts'
import { useShownState } from '../shown-state.ts'
import type { Pane } from '../view.ts'
import { paneLabel } from './pane.tsx'

const ICONS = { brief: BookOpen, code: CodeXml, results: ListChecks }

function ResultsCount() {
  const results = shownResults(useShownState())
  const { passed, total } = counts(results)
  return (
    <span className="count" data-kind={passed === total ? 'passed' : undefined}>
      {passed}/{total}
      <span className="visually-hidden"> checks pass</span>
    </span>
  )
}

interface Props {
  readonly panes: readonly Pane[]
  readonly value: Pane
  readonly onChange: (pane: Pane) => void
  readonly className: string
}

export function PaneTabs({ panes, value, onChange, className }: Props) {
  return (
    <nav className={className} aria-label="Panes">
      {panes.map(pane => {
        const Icon = ICONS[pane]
        return (
          <button
            key={pane}
            type="button"
            className="pane-tab"
            aria-current={pane === value}
            aria-controls={paneId(pane)}
            onClick={() => onChange(pane)}
          >
            <Icon aria-hidden size={16} />
            {paneLabel(pane)}
            {pane === 'results' ? <ResultsCount /> : null}
          </button>
        )
      })}
    </nav>
  )
}
