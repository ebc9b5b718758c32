/**
 * Shown when the engines came to different verdicts: on which checks, and that it takes nothing away.
 * @module
 */

import type { Differing } from '../../workspace/engines-state.ts'
import { useBase, useWorkspaceState } from '../context.ts'
import { Notice } from '../parts/notice.tsx'
import { selfTest } from './self-test.ts'
import { describeDiffering } from './words.ts'

/** So many are listed at once, and any more on request: the results below need the room. */
const listed = 3

function Differings({ differings }: { readonly differings: readonly Differing[] }) {
  const checks = useWorkspaceState(state => state.exercise.checks)
  return (
    <ul className="differing">
      {differings.map(differing => (
        <li key={differing.check}>
          {checks.find(({ id }) => id === differing.check)?.title ?? differing.check}:{' '}
          <span>{describeDiffering(differing)}</span>
        </li>
      ))}
    </ul>
  )
}

export function DisagreementNotice() {
  const confirmation = useWorkspaceState(state => state.confirmation)
  const base = useBase()
  if (confirmation.kind !== 'differs') return null
  const more = confirmation.checks.slice(listed)
  return (
    <Notice
      kind="caution"
      polite
      title="The two engines do not agree."
      more={
        <>
          <Differings differings={confirmation.checks.slice(0, listed)} />
          {more.length === 0 ? null : (
            <details>
              <summary>And {more.length} more</summary>
              <Differings differings={more} />
            </details>
          )}
        </>
      }
    >
      Most likely this is our fault, not your code's. The verdict of this page counts: solved stays solved. To report
      it, <a href={selfTest(base)}>check this browser</a> and attach what that finds.
    </Notice>
  )
}
