/**
 * Monaco in the page's colours. Monaco takes no CSS custom properties, so the values of styles/tokens.css are repeated.
 * @module
 */

import type { ResolvedTheme } from '../../theme.ts'
import { editor } from './monaco.ts'

type Palette = Readonly<
  Record<
    'background' | 'text' | 'faint' | 'line' | 'selection' | 'highlight' | 'accent' | 'raised' | 'inserted' | 'removed',
    string
  >
>
type Syntax = Readonly<Record<'comment' | 'keyword' | 'string' | 'number' | 'type' | 'regexp', string>>

const LIGHT: Palette = {
  background: '#ffffff',
  text: '#1b1f27',
  faint: '#636b7b',
  line: '#e3e6ec',
  selection: '#d6e0ff',
  highlight: '#f5f7fb',
  accent: '#3d57d6',
  raised: '#ffffff',
  inserted: '#2f9e6233',
  removed: '#d9485a2e',
}
const DARK: Palette = {
  background: '#14171d',
  text: '#e4e7ee',
  faint: '#8e96a6',
  line: '#2a303b',
  selection: '#2b3a6b',
  highlight: '#191d25',
  accent: '#93a7ff',
  raised: '#1d222b',
  inserted: '#3fae743d',
  removed: '#e3606e3d',
}
const LIGHT_SYNTAX: Syntax = {
  comment: '6b7280',
  keyword: '7a3fb8',
  string: '1c7243',
  number: '9a5200',
  type: '1766a6',
  regexp: 'a8324a',
}
const DARK_SYNTAX: Syntax = {
  comment: '8891a3',
  keyword: 'c9a2f7',
  string: '87d3a2',
  number: 'f0b87b',
  type: '7cc0f4',
  regexp: 'f29bab',
}

const rules = (syntax: Syntax): editor.ITokenThemeRule[] => [
  { token: 'comment', foreground: syntax.comment },
  { token: 'keyword', foreground: syntax.keyword },
  { token: 'string', foreground: syntax.string },
  { token: 'number', foreground: syntax.number },
  { token: 'type', foreground: syntax.type },
  { token: 'regexp', foreground: syntax.regexp },
]

const colors = (palette: Palette): editor.IColors => ({
  'editor.background': palette.background,
  'editor.foreground': palette.text,
  'editorLineNumber.foreground': palette.faint,
  'editorLineNumber.activeForeground': palette.text,
  'editor.lineHighlightBackground': palette.highlight,
  'editor.lineHighlightBorder': '#00000000',
  'editor.selectionBackground': palette.selection,
  'editorCursor.foreground': palette.accent,
  'editorIndentGuide.background1': palette.line,
  'editorWidget.background': palette.raised,
  'editorWidget.border': palette.line,
  'editorSuggestWidget.background': palette.raised,
  'editorSuggestWidget.border': palette.line,
  'editorHoverWidget.background': palette.raised,
  'editorHoverWidget.border': palette.line,
  'editorOverviewRuler.border': '#00000000',
  'scrollbar.shadow': '#00000000',
  'scrollbarSlider.background': `${palette.faint}40`,
  'scrollbarSlider.hoverBackground': `${palette.faint}66`,
  'scrollbarSlider.activeBackground': `${palette.faint}80`,
  'diffEditor.insertedLineBackground': palette.inserted,
  'diffEditor.insertedTextBackground': palette.inserted,
  'diffEditor.removedLineBackground': palette.removed,
  'diffEditor.removedTextBackground': palette.removed,
  focusBorder: palette.accent,
})

export function defineThemes(): void {
  editor.defineTheme('rendition-light', {
    base: 'vs',
    inherit: true,
    rules: rules(LIGHT_SYNTAX),
    colors: colors(LIGHT),
  })
  editor.defineTheme('rendition-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: rules(DARK_SYNTAX),
    colors: colors(DARK),
  })
}

export const applyTheme = (theme: ResolvedTheme): void => editor.setTheme(`rendition-${theme}`)
