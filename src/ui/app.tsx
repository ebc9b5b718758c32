/**
 * The exercise page.
 * @module
 */

import { Tooltip } from '@base-ui/react/tooltip'
import { usePage, useWorkspace } from './context.ts'
import { AddFileDialog } from './editor/add-file-dialog.tsx'
import { Header } from './header/header.tsx'
import { OnePane } from './layout/one-pane.tsx'
import { ThreePanes } from './layout/three-panes.tsx'
import { TwoPanes } from './layout/two-panes.tsx'
import { useMedia } from './parts/use-media.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { useShortcuts } from './use-shortcuts.ts'

function Panes() {
  const wide = useMedia('(min-width: 1100px)')
  const narrow = useMedia('(max-width: 759.98px)')
  if (wide) return <ThreePanes />
  return narrow ? <OnePane /> : <TwoPanes />
}

export function App() {
  useShortcuts(useWorkspace(), usePage())
  return (
    <Tooltip.Provider delay={500}>
      <div className="app">
        <Header />
        <main className="panes">
          <Panes />
        </main>
      </div>
      <ShortcutsDialog />
      <AddFileDialog />
    </Tooltip.Provider>
  )
}
