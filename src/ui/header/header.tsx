/**
 * The bar above the panes: where you are, how the run went, and what you can do.
 * @module
 */

import { Keyboard, Play, RotateCcw } from 'lucide-react'
import { useActions, useBase, usePage, useRunAll, useWorkspaceState } from '../context.ts'
import { EngineBadge } from '../engines/engine-badge.tsx'
import { IconButton } from '../parts/icon-button.tsx'
import { Keys } from '../parts/keys.tsx'
import { Tip } from '../parts/tip.tsx'
import { keyNames, SHORTCUTS } from '../shortcuts.ts'
import { Brand } from './brand.tsx'
import { MoreMenu } from './more-menu.tsx'
import { RunSummary } from './run-summary.tsx'
import { ShareButton } from './share-button.tsx'
import { ThemeMenu } from './theme-menu.tsx'

const runKeys = SHORTCUTS.find(({ action }) => action === 'run')

function RunButton() {
  const run = useRunAll()
  return (
    <Tip text={<>Run all checks {runKeys === undefined ? null : <Keys names={keyNames(runKeys)} />}</>}>
      <button type="button" className="button primary" onClick={run}>
        <Play aria-hidden size={14} />
        Run
      </button>
    </Tip>
  )
}

export function Header() {
  const title = useWorkspaceState(state => state.exercise.title)
  const { reset } = useActions()
  const page = usePage()
  const base = useBase()
  return (
    <header className="header">
      <Brand href={base} />
      <h1 className="header-title">{title}</h1>
      <EngineBadge />
      <RunSummary />
      <div className="header-actions">
        <RunButton />
        <div className="header-tools">
          <ShareButton />
          <button type="button" className="button quiet" onClick={reset}>
            <RotateCcw aria-hidden size={14} />
            Reset
          </button>
          <IconButton icon={Keyboard} name="Keyboard shortcuts" onClick={() => page.openDialog('shortcuts')} />
          <ThemeMenu />
        </div>
        <MoreMenu />
      </div>
    </header>
  )
}
