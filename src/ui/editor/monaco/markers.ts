/**
 * What the compiler said in the last verdict, as marks in the text.
 * @module
 */

import type { Diagnostic } from '../../../compile/program.ts'
import { editor, MarkerSeverity } from './monaco.ts'

const OWNER = 'rendition'

export function setDiagnostics(model: editor.ITextModel, path: string, diagnostics: readonly Diagnostic[]): void {
  const markers = diagnostics
    .filter(diagnostic => diagnostic.path === path)
    .map(({ line, column, endColumn, message }) => ({
      severity: MarkerSeverity.Error,
      source: 'compile',
      message,
      startLineNumber: line,
      startColumn: column,
      endLineNumber: line,
      endColumn: Math.max(endColumn, column + 1),
    }))
  editor.setModelMarkers(model, OWNER, markers)
}
