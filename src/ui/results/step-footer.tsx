/**
 * Below a step: the whole answer, folded away because what matters of it stands in the expectations, and what can be
 * done with the request.
 * @module
 */

import { ChevronRight, SendHorizontal } from 'lucide-react'
import { useId, useState } from 'react'
import type { HttpRequest, HttpResponse } from '../../http/http.ts'
import { usePage } from '../context.ts'
import { curlCommand } from '../curl.ts'
import { Chunks } from '../parts/chunks.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { BodyView, Headers, StatusCode } from '../parts/http-view.tsx'

function WholeAnswer({ response }: { readonly response: HttpResponse }) {
  return (
    <>
      <p className="answer-status">
        Status <StatusCode status={response.status} />
      </p>
      <Headers headers={response.headers} empty="No headers" />
      <BodyView body={response.body} label="Response body" />
      {response.complete ? null : <p className="faint">The body was cut off here.</p>}
      <Chunks response={response} />
    </>
  )
}

interface Props {
  readonly request: HttpRequest
  readonly response: HttpResponse | null
}

export function StepFooter({ request, response }: Props) {
  const page = usePage()
  const answer = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className="step-footer">
        {response === null ? null : (
          <button
            type="button"
            className="button quiet small"
            aria-expanded={open}
            aria-controls={answer}
            onClick={() => setOpen(!open)}
          >
            <ChevronRight aria-hidden size={14} className="chevron" />
            Whole answer
          </button>
        )}
        <span className="step-actions">
          <CopyButton text={curlCommand(request)} label="Copy as curl" />
          <button type="button" className="button quiet small" onClick={() => page.tryRequest(request)}>
            <SendHorizontal aria-hidden size={14} />
            Try
            <span className="visually-hidden"> this request</span>
          </button>
        </span>
      </div>
      <div id={answer} className="answer-body" hidden={!open || response === null}>
        {open && response !== null ? <WholeAnswer response={response} /> : null}
      </div>
    </>
  )
}
