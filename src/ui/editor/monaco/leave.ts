/**
 * Escape, when it closes nothing else, then Tab leaves the editor, as WCAG 2.1.2 (no keyboard trap) asks.
 * @module
 */

import { type editor, KeyCode } from './monaco.ts'

/** Escape has other work while one of these holds (Monaco's context keys). */
const BUSY = [
  'suggestWidgetVisible',
  'findWidgetVisible',
  'parameterHintsVisible',
  'renameInputVisible',
  'editorHoverVisible',
  'editorHoverFocused',
  'codeActionMenuVisible',
  'markersNavigationVisible',
  'referenceSearchVisible',
  'inSnippetMode',
  'messageVisible',
  'editorHasSelection',
  'editorHasMultipleSelections',
]

/** @param onArmed is called when the next Tab will leave the editor. */
export function leaveByEscapeAndTab(code: editor.IStandaloneCodeEditor, onArmed: () => void): void {
  const idle = BUSY.map(key => `!${key}`).join(' && ')
  let armed = false
  code.addCommand(
    KeyCode.Escape,
    () => {
      armed = true
      onArmed()
    },
    `editorTextFocus && ${idle}`,
  )
  code.onDidBlurEditorText(() => {
    armed = false
  })
  // Before Monaco sees it: without its handler, the browser moves the focus as Tab does everywhere else.
  code.getContainerDomNode().addEventListener(
    'keydown',
    event => {
      if (event.key === 'Tab' && armed) event.stopPropagation()
      else if (event.key !== 'Shift' && event.key !== 'Escape') armed = false
    },
    { capture: true },
  )
}
