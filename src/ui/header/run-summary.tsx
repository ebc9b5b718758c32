/**
 * How the run stands, in a few words. It is announced from the results pane, not from here.
 * @module
 */

import { CircleCheck, CirclePause, LoaderCircle, TriangleAlert } from 'lucide-react'
import { counts, isSolved, isStale, shownResults } from '../../workspace/selectors.ts'
import type { WorkspaceState } from '../../workspace/state.ts'
import { usePage } from '../context.ts'
import { useShownState } from '../shown-state.ts'

type Look = 'solved' | 'paused' | 'ours' | 'running' | 'open'

const ICONS = { solved: CircleCheck, paused: CirclePause, ours: TriangleAlert, running: LoaderCircle, open: null }

function look(state: WorkspaceState): readonly [Look, string] {
  const { passed, total } = counts(shownResults(state))
  if (state.run.phase === 'sandbox-failed') return ['ours', 'The sandbox failed']
  if (state.live !== 'on') return ['paused', 'Paused']
  if (state.verdict === null) return ['running', 'Starting']
  if (state.run.phase === 'running') return ['running', 'Checking']
  if (isSolved(state)) return ['solved', `Solved, ${passed} of ${total}`]
  if (state.verdict.diagnostics.length > 0 && !isStale(state)) return ['open', 'Does not compile']
  return ['open', `${passed} of ${total} pass`]
}

export function RunSummary() {
  const state = useShownState()
  const page = usePage()
  const [kind, text] = look(state)
  const Icon = ICONS[kind]
  return (
    <button type="button" className="run-summary" data-look={kind} onClick={() => page.show('results')}>
      {Icon === null ? null : <Icon aria-hidden size={14} />}
      <span className="segments" aria-hidden>
        {shownResults(state).map(({ check, result, stale }) => (
          <i key={check.id} data-outcome={result?.outcome ?? 'waiting'} data-stale={stale || undefined} />
        ))}
      </span>
      <span>{text}</span>
    </button>
  )
}
