/**
 * What is being done and how far it has come; at the end, what came of it in a sentence. It is announced, by an element
 * that is always there: readers of screens do not tell of one that comes with its text.
 * @module
 */

import { Notice } from '../../ui/parts/notice.tsx'
import type { SelfTestState } from '../self-test.ts'
import { summaryOf } from '../summary.ts'

type Props = Pick<SelfTestState, 'phase' | 'activity' | 'cut' | 'findings'>

export function Activity({ phase, activity, cut, findings }: Props) {
  const { text, detail, progress } = activity
  const summary = phase === 'done' ? summaryOf(findings, cut) : null
  return (
    <>
      <p role="status" className="visually-hidden">
        {summary?.title ?? text}
      </p>
      {phase === 'running' ? (
        <div className="selftest-activity">
          <p aria-hidden>{text}</p>
          {detail === '' ? null : <span className="faint">{detail}</span>}
          <progress aria-label={text} {...(progress && { value: progress.done, max: progress.total })} />
          <span className="selftest-number">{progress === null ? '' : `${progress.done} of ${progress.total}`}</span>
        </div>
      ) : null}
      {summary ? (
        <div className="selftest-summary">
          <Notice kind={summary.kind} title={summary.title} polite>
            {summary.sentences.join(' ')}
          </Notice>
        </div>
      ) : null}
    </>
  )
}
