/**
 * What is being done and how far it has come; at the end, what came of it in a sentence. It is announced.
 * @module
 */

import { Notice } from '../../ui/parts/notice.tsx'
import type { SelfTestState } from '../self-test.ts'
import { summaryOf } from '../summary.ts'

type Props = Pick<SelfTestState, 'phase' | 'activity' | 'cut' | 'findings'>

export function Activity({ phase, activity, cut, findings }: Props) {
  const { text, detail, progress } = activity
  if (phase === 'idle') return null
  if (phase === 'running') {
    return (
      <div className="selftest-activity">
        <p role="status">{text}</p>
        {detail === '' ? null : <span className="faint">{detail}</span>}
        <progress aria-label={text} {...(progress && { value: progress.done, max: progress.total })} />
        <span className="selftest-number">{progress === null ? '' : `${progress.done} of ${progress.total}`}</span>
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
