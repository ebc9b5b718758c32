/**
 * Two versions of a file beside each other, read only.
 * @module
 */

import { editor } from './monaco.ts'
import { EDITOR_OPTIONS } from './options.ts'
import { defineThemes } from './themes.ts'

export interface Diff {
  show(before: string, after: string): void
  dispose(): void
}

export function createDiff(container: HTMLElement, label: string): Diff {
  defineThemes()
  const view = editor.createDiffEditor(container, {
    ...EDITOR_OPTIONS,
    readOnly: true,
    originalEditable: false,
    renderSideBySide: false,
    renderValidationDecorations: 'off',
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    hideUnchangedRegions: { enabled: true },
    modifiedAriaLabel: label,
    originalAriaLabel: 'The file as the exercise starts',
  })
  const before = editor.createModel('', 'typescript')
  const after = editor.createModel('', 'typescript')
  view.setModel({ original: before, modified: after })
  return {
    show(original, modified) {
      before.setValue(original)
      after.setValue(modified)
    },
    dispose() {
      view.dispose()
      before.dispose()
      after.dispose()
    },
  }
}
