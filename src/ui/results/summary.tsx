/**
 * How the run went in one line, which is announced when it changes.
 * @module
 */

import { CircleCheck } from 'lucide-react'
import { summarise } from '../../check/describe.ts'
import { counts, isSolved, isStale, shownResults } from '../../workspace/selectors.ts'
import type { WorkspaceState } from '../../workspace/state.ts'
import { useWorkspaceState } from '../context.ts'
import { useShownState } from '../shown-state.ts'

const STAGES = { booting: 'Getting ready', compiling: 'Compiling', starting: 'Starting', checking: 'Checking' }

function words(state: WorkspaceState): string {
  if (state.verdict !== null) return summarise(state.verdict.results)
  if (state.run.phase === 'running') return STAGES[state.run.progress.stage]
  if (state.live !== 'on') return 'Nothing has run yet'
  return state.run.phase === 'sandbox-failed' ? 'No result' : 'Getting ready'
}

export function Summary() {
  const state = useShownState()
  const results = shownResults(state)
  const { passed, total } = counts(results)
  const stale = isStale(state)
  const confirmed = useWorkspaceState(({ confirmation }) => confirmation.kind === 'confirmed')
  return (
    <div className="summary" data-solved={isSolved(state) || undefined} data-stale={stale || undefined}>
      <div className="summary-line">
        <p role="status">{words(state)}</p>
        <span className="summary-notes">
          {confirmed && !stale ? (
            <span className="confirmed-note">
              <CircleCheck aria-hidden size={12} />
              <span>Confirmed by real Node</span>
            </span>
          ) : null}
          <span className="stale-note" aria-hidden={!stale}>
            from before your last edit
          </span>
        </span>
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-label="Checks passed"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={passed}
      >
        {results.map(({ check, result }) => (
          <i key={check.id} data-outcome={result?.outcome ?? 'waiting'} />
        ))}
      </div>
    </div>
  )
}
