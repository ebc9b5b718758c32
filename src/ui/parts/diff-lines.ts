/**
 * The shortest way from one list of lines to another.
 * @module
 */

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Past this many pairs of lines the middle is shown as wholly replaced, which is right, if not the shortest. */
const MOST_PAIRS = 1_000_000

const as =
  (kind: DiffLine['kind']) =>
  (text: string): DiffLine => ({ kind, text })

/** Lengths of the longest common subsequences of the ends of both lists, as one row per line of `before`. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = rows[i]
      const below = rows[i + 1]
      if (row === undefined || below === undefined) continue
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return rows
}

function diffMiddle(before: readonly string[], after: readonly string[]): DiffLine[] {
  if (before.length * after.length > MOST_PAIRS) return [...before.map(as('removed')), ...after.map(as('added'))]
  const lengths = commonLengths(before, after)
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [mine, theirs] = [before[i], after[j]]
    if (mine !== undefined && mine === theirs) {
      lines.push({ kind: 'same', text: mine })
      i++
      j++
    } else if (
      mine !== undefined &&
      (theirs === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      lines.push({ kind: 'removed', text: mine })
      i++
    } else if (theirs !== undefined) {
      lines.push({ kind: 'added', text: theirs })
      j++
    }
  }
  return lines
}

export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return [
    ...before.slice(0, head).map(as('same')),
    ...diffMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(as('same')),
  ]
}
