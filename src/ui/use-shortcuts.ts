/**
 * Listens for the shortcuts, before Monaco or a form gets to see the key.
 * @module
 */

import { useEffect } from 'react'
import type { Workspace } from '../workspace/workspace.ts'
import { runAll, stepCheck, stepPane } from './navigation.ts'
import { type ShortcutAction, shortcutFor } from './shortcuts.ts'
import { isTyping } from './typing.ts'
import type { Page } from './view.ts'

function perform(action: ShortcutAction, workspace: Workspace, page: Page): void {
  switch (action) {
    case 'run':
      runAll(workspace, page)
      break
    case 'next-check':
      stepCheck(workspace, page, 1)
      break
    case 'previous-check':
      stepCheck(workspace, page, -1)
      break
    case 'next-pane':
      stepPane(page, 1)
      break
    case 'previous-pane':
      stepPane(page, -1)
      break
    case 'shortcuts':
      page.openDialog('shortcuts')
  }
}

export function useShortcuts(workspace: Workspace, page: Page): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || page.store.getState().dialog !== null) return
      const shortcut = shortcutFor(event, isTyping(event.target))
      if (shortcut === null) return
      event.preventDefault()
      event.stopPropagation()
      perform(shortcut.action, workspace, page)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [workspace, page])
}
