/**
 * Small helpers for making diagnostics that point at the learner's own text.
 * @module
 */

import type { Diagnostic } from './program.ts'

/** Characters; a name in it can be a million letters long. */
const LONGEST_MESSAGE = 1_000

/** A diagnostic that marks `[column, endColumn)` of a line; the whole line's text when the columns are unknown. */
export const diagnosticAt = (
  path: string,
  source: string,
  position: { readonly line: number; readonly column?: number | undefined; readonly length?: number | undefined },
  message: string,
): Diagnostic => {
  const text = source.split('\n')[position.line - 1] ?? ''
  const indent = text.length - text.trimStart().length
  const column = position.column ?? indent + 1
  const end = position.length === undefined ? text.trimEnd().length + 1 : column + position.length
  const shown = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message
  return { path, line: position.line, column, endColumn: Math.max(end, column + 1), message: shown }
}

/** The candidate that a person most likely meant: at most two edits away, else null. */
export const closest = (written: string, candidates: readonly string[]): string | null => {
  let best: string | null = null
  let bestDistance = 3
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= bestDistance) continue
    const distance = editDistance(written.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** Levenshtein's distance, one row at a time. */
const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substitute, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
