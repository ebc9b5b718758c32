/**
 * How Monaco looks and behaves here; the plain editor's metrics in styles/editor.css are the same.
 * @module
 */

import type { editor } from './monaco.ts'

export const EDITOR_OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  padding: { top: 12, bottom: 12 },
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 16,
  glyphMargin: false,
  folding: true,
  renderLineHighlight: 'line',
  renderFinalNewline: 'on',
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8, useShadows: false },
  fixedOverflowWidgets: true,
  bracketPairColorization: { enabled: false },
  guides: { indentation: true, bracketPairs: false },
  stickyScroll: { enabled: false },
  inlayHints: { enabled: 'off' },
  codeLens: false,
  colorDecorators: false,
  dropIntoEditor: { enabled: false },
  inlineSuggest: { enabled: false },
  quickSuggestions: { other: true, comments: false, strings: true },
  suggest: { showWords: false, preview: false },
  wordBasedSuggestions: 'off',
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  autoClosingBrackets: 'languageDefined',
  smoothScrolling: false,
  contextmenu: true,
}
