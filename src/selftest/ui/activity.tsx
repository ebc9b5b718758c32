/**
 * What is being done and how far it has come; at the end, what came of it in a sentence. It is announced.
 * @module
 */

import { Notice } from '../../ui/parts/notice.tsx'
import type { SelfTestState } from '../self-test.ts'
import { summaryOf } from '../summary.ts'

type Props = Pick<SelfTestState, 'phase' | 'activity' | 'cut' | 'findings'>

export function Activity({ phase, activity, cut, findings }: Props) {
  const { text, done, total } = activity
  if (phase === 'idle') return null
  if (phase === 'running') {
    return (
      <div className="selftest-activity">
        <p role="status">{text}</p>
        {total === null ? <progress aria-label={text} /> : <progress aria-label={text} value={done} max={total} />}
        <span className="faint">{total === null ? 'This may take a while.' : `${done} of ${total}`}</span>
      </div>
    )
  }
  const { kind, title, sentences } = summaryOf(findings, cut)
  return (
    <div className="selftest-summary">
      <Notice kind={kind} title={title}>
        {sentences.join(' ')}
      </Notice>
    </div>
  )
}
