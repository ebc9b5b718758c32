/**
 * Shown when the engines came to different verdicts: on which checks, and that it takes nothing away.
 * @module
 */

import { useBase, useWorkspaceState } from '../context.ts'
import { Notice } from '../parts/notice.tsx'
import { selfTest } from './self-test.ts'
import { describeDiffering } from './words.ts'

export function DisagreementNotice() {
  const confirmation = useWorkspaceState(state => state.confirmation)
  const checks = useWorkspaceState(state => state.exercise.checks)
  const base = useBase()
  if (confirmation.kind !== 'differs') return null
  return (
    <Notice
      kind="caution"
      title="The two engines do not agree."
      more={
        <ul className="differing">
          {confirmation.checks.map(differing => (
            <li key={differing.check}>
              <span>{checks.find(({ id }) => id === differing.check)?.title ?? differing.check}</span>
              <span className="faint">{describeDiffering(differing)}</span>
            </li>
          ))}
        </ul>
      }
    >
      This takes nothing away: the verdict of this page counts, and solved stays solved. It is most likely our fault,
      not your code's. To report it, <a href={selfTest(base)}>check this browser</a> and attach what that finds.
    </Notice>
  )
}
