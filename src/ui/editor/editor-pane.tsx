/**
 * The learner's files, and what there is to say about them.
 * @module
 */

import { CircleAlert, CircleCheck, LoaderCircle, Undo2 } from 'lucide-react'
import type { Saving } from '../../workspace/state.ts'
import { useActions, useWorkspaceState } from '../context.ts'
import { CodeEditor } from './code-editor.tsx'
import { EditorNotices } from './editor-notices.tsx'
import { FileTabs } from './file-tabs.tsx'

const LOOKS = { saved: CircleCheck, saving: LoaderCircle, unavailable: CircleAlert }

const words = (saving: Saving): string => {
  switch (saving.kind) {
    case 'saved':
      return 'Saved in this browser'
    case 'saving':
      return 'Saving'
    case 'unavailable':
      return saving.why
  }
}

function SavingNote() {
  const saving = useWorkspaceState(state => state.saving)
  const Icon = LOOKS[saving.kind]
  return (
    <span className="saving" data-kind={saving.kind}>
      <Icon aria-hidden size={12} />
      {words(saving)}
    </span>
  )
}

function BringBack() {
  const canUndo = useWorkspaceState(state => state.setAside !== null)
  const { undo } = useActions()
  if (!canUndo) return null
  return (
    <button type="button" className="button quiet small bring-back" onClick={undo}>
      <Undo2 aria-hidden size={12} />
      Bring back the code put aside
    </button>
  )
}

export function EditorPane() {
  return (
    <div className="fill editor-pane">
      <FileTabs />
      <EditorNotices />
      <CodeEditor />
      <footer className="editor-footer">
        <SavingNote />
        <BringBack />
        <span className="editor-keys">
          <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves the editor
        </span>
      </footer>
    </div>
  )
}
