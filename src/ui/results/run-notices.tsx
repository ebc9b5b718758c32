/**
 * What stands between the person and a verdict when it is not the code.
 * @module
 */

import { Play, RotateCw } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useEngines, useRunAll, useWorkspaceState } from '../context.ts'
import { DisagreementNotice } from '../engines/disagreement-notice.tsx'
import { PinnedNotice, UsePageEngine } from '../engines/pinned-notice.tsx'
import { whyNoAnswer } from '../engines/words.ts'
import { leaveFocus } from '../parts/keep-focus.ts'
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
      <PinnedNotice />
      <RunProblem />
      <DisagreementNotice />
    </>
  )
}

function RunProblem() {
  const run = useWorkspaceState(state => state.run)
  const live = useWorkspaceState(state => state.live)
  const pinned = useEngines(({ choice }) => choice === 'webcontainer')
  // Then the reason is known, and said above.
  const said = useEngines(({ choice, container }) => whyNoAnswer(choice, container) !== null)
  const runAll = useRunAll()
  const start = (event: MouseEvent<HTMLButtonElement>) => {
    leaveFocus(event)
    runAll()
  }
  if (run.phase === 'sandbox-failed' && !said) {
    return (
      <Notice
        kind="ours"
        title="This is our fault, not your code's."
        action={
          <>
            <button type="button" className="button small" onClick={start}>
              <RotateCw aria-hidden size={12} />
              Try again
            </button>
            {pinned ? <UsePageEngine /> : null}
          </>
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
