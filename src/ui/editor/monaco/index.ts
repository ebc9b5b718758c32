/**
 * What the page loads, by dynamic import, once the first verdict is painted.
 * @module
 */

export { type CodeEditor, createCodeEditor } from './code-editor.ts'
export { createDiff } from './diff.ts'
export { applyTheme } from './themes.ts'
