/**
 * What stands between the person and a verdict when it is not the code.
 * @module
 */

import { Play, RotateCw } from 'lucide-react'
import { useRunAll, useWorkspaceState } from '../context.ts'
import { Notice } from '../parts/notice.tsx'

function SeedNotice() {
  const problem = useWorkspaceState(state => state.seedProblem)
  if (problem === null) return null
  return (
    <Notice kind="info" title="Other values than those of the link.">
      {problem}
    </Notice>
  )
}

export function RunNotices() {
  return (
    <>
      <SeedNotice />
      <RunProblem />
    </>
  )
}

function RunProblem() {
  const run = useWorkspaceState(state => state.run)
  const live = useWorkspaceState(state => state.live)
  const start = useRunAll()
  if (run.phase === 'sandbox-failed') {
    return (
      <Notice
        kind="ours"
        title="This is our fault, not your code's."
        action={
          <button type="button" className="button small" onClick={start}>
            <RotateCw aria-hidden size={12} />
            Try again
          </button>
        }
      >
        {run.message}
      </Notice>
    )
  }
  if (live === 'on') return null
  return (
    <Notice
      kind="caution"
      title={
        live === 'link'
          ? "Somebody else's code: nothing runs until you press Run."
          : 'The tab stopped during the last run.'
      }
      action={
        <button type="button" className="button primary small" onClick={start}>
          <Play aria-hidden size={12} />
          Run
        </button>
      }
    />
  )
}
