/**
 * The request line: a request of the person's own to the code as it is now, and its answer.
 * @module
 */

import { useEffect } from 'react'
import { usePage, useWorkspaceState } from '../context.ts'
import { RequestForm } from './request-form.tsx'
import { TriedAnswer } from './tried-answer.tsx'

export function RequestPanel() {
  const tried = useWorkspaceState(state => state.tried)
  const files = useWorkspaceState(state => state.files)
  const page = usePage()
  const done = tried !== null && (tried.exchange !== null || tried.problem !== null) ? tried : null

  useEffect(() => {
    if (done !== null) page.remember(done)
  }, [done, page])

  return (
    <div className="scroll request-panel">
      <RequestForm />
      {tried === null ? (
        <p className="faint">
          Send any request to your code as it is now. What it stores is kept from one request to the next, until you
          edit.
        </p>
      ) : (
        <TriedAnswer tried={tried} stale={tried.sentTo !== files} />
      )}
    </div>
  )
}
