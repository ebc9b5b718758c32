/**
 * What stands above the code: somebody else's code, a run that ended the tab, a link that did not work, an undo.
 * @module
 */

import { Play, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useActions, useRunAll, useWorkspaceState } from '../context.ts'
import { Notice } from '../parts/notice.tsx'
import { ChangesDialog } from './changes-dialog.tsx'
import { useJustPutAside } from './use-just-put-aside.ts'

function RunAction({ label }: { readonly label: string }) {
  const run = useRunAll()
  return (
    <button type="button" className="button primary small" onClick={run}>
      <Play aria-hidden size={12} />
      {label}
    </button>
  )
}

function StrangersCode() {
  const [comparing, setComparing] = useState(false)
  return (
    <>
      <Notice
        kind="caution"
        title="Somebody else's code: nothing runs until you press Run."
        action={
          <>
            <button type="button" className="button small" onClick={() => setComparing(true)}>
              Compare with the start
            </button>
            <RunAction label="Run" />
          </>
        }
      >
        It came with the link you opened. Read it first if you like.
      </Notice>
      <ChangesDialog open={comparing} onClose={() => setComparing(false)} />
    </>
  )
}

function UndoNotice() {
  const { undo } = useActions()
  return (
    <Notice
      kind="info"
      title="Your earlier code is kept."
      action={
        <button type="button" className="button small" onClick={undo}>
          <Undo2 aria-hidden size={14} />
          Undo
        </button>
      }
    />
  )
}

export function EditorNotices() {
  const live = useWorkspaceState(state => state.live)
  const linkProblem = useWorkspaceState(state => state.linkProblem)
  const putAside = useJustPutAside()
  return (
    <>
      {linkProblem === null ? null : (
        <Notice kind="problem" title="The link could not be opened.">
          {linkProblem}
        </Notice>
      )}
      {live === 'link' ? <StrangersCode /> : null}
      {live === 'crash' ? (
        <Notice kind="caution" title="The tab stopped during the last run." action={<RunAction label="Run again" />}>
          Your code is as you left it. Look for something that takes all the memory, then press Run.
        </Notice>
      ) : null}
      {putAside ? <UndoNotice /> : null}
    </>
  )
}
