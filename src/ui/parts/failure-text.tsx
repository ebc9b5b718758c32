/**
 * Why there was no answer, in words, with the way to the line where it happened.
 * @module
 */

import { CornerDownRight } from 'lucide-react'
import { describeFailure } from '../../check/describe.ts'
import type { AppFailure } from '../../http/http.ts'
import { usePage } from '../context.ts'
import { fewMarks } from './few-marks.ts'

export function FailureText({ failure }: { readonly failure: AppFailure }) {
  const page = usePage()
  const { at } = failure
  return (
    <div className="failure">
      <p>{fewMarks(describeFailure(failure))}</p>
      {at === null ? null : (
        <button type="button" className="button quiet small" onClick={() => page.jumpTo(at)}>
          <CornerDownRight aria-hidden size={14} />
          Go to {at.path}:{at.line}
        </button>
      )}
    </div>
  )
}
