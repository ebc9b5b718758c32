/**
 * Lines, columns and indentation of plain text.
 * @module
 */

/** Characters before a place; `line` and `column` count from 1. A place past the end is the end of what is there. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  return Math.min(before + Math.min(column - 1, lines[line - 1]?.length ?? 0), text.length)
}

/** The indentation of a new line after `before`: that of the last line, deeper when the line opened a bracket. */
export function indentAfter(before: string): string {
  const last = before.slice(before.lastIndexOf('\n') + 1)
  const indent = /^[ \t]*/.exec(last)?.[0] ?? ''
  return /[{[(]\s*$/.test(last) ? `${indent}  ` : indent
}

/** `1`, `2`, … one per line of the text. */
export function lineNumbers(text: string): string {
  const count = text.split('\n').length
  return Array.from({ length: count }, (_, index) => index + 1).join('\n')
}
