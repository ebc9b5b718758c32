/**
 * Two texts as one list of lines, removed and added ones marked by sign and colour.
 * @module
 */

import { useMemo } from 'react'
import { type DiffLine, diffLines } from './diff-lines.ts'

const SIGNS: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', removed: '-', added: '+' }

export function LineDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const lines = useMemo(() => diffLines(before.split('\n'), after.split('\n')), [before, after])
  return (
    <pre className="line-diff">
      {lines.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat, and the order is what is shown
        <div key={index} data-kind={kind}>
          {`${SIGNS[kind]} ${text}\n`}
        </div>
      ))}
    </pre>
  )
}
