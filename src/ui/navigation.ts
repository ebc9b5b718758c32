/**
 * Getting around: running, and moving the focus by keyboard from check to check and from pane to pane.
 * @module
 */

import type { Workspace } from '../workspace/workspace.ts'
import { PANES, type Page, type Pane } from './view.ts'

/** The id of the button that opens and closes a check. */
export const checkButtonId = (check: string) => `check-${check}`
/** The id of the element of a pane that takes the focus. */
export const paneId = (pane: Pane) => `pane-${pane}`

/** Runs everything and brings the results to the front, where not all panes fit. */
export function runAll(workspace: Workspace, page: Page): void {
  page.show('results')
  // A failure of the sandbox is in the state, and shown from there.
  workspace.actions.run().catch(() => undefined)
}

const focusById = (id: string) => document.getElementById(id)?.focus()

const wrap = (index: number, length: number) => (index + length) % length

/** Opens the check after (or before) the one that has the focus, and focuses it. */
export function stepCheck({ store }: Workspace, page: Page, by: 1 | -1): void {
  const ids = store.getState().exercise.checks.map(check => check.id)
  const focused = document.activeElement?.closest('[data-check]')?.getAttribute('data-check') ?? null
  const at = focused === null ? (by === 1 ? -1 : 0) : ids.indexOf(focused)
  const id = ids[wrap(at + by, ids.length)]
  if (id === undefined) return
  page.show('results')
  page.toggleCheck(id, true)
  focusById(checkButtonId(id))
}

function focusedPane(): Pane | null {
  return PANES.find(pane => document.getElementById(paneId(pane))?.contains(document.activeElement)) ?? null
}

export function stepPane(page: Page, by: 1 | -1): void {
  const now = focusedPane() ?? page.store.getState().pane
  const pane = PANES[wrap(PANES.indexOf(now) + by, PANES.length)]
  if (pane === undefined) return
  if (pane === 'code') page.focusEditor()
  else {
    page.show(pane)
    focusById(paneId(pane))
  }
}
