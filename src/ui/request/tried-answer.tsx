/**
 * What came back for a request of the person's own.
 * @module
 */

import { useEffect, useRef } from 'react'
import type { Exchange } from '../../http/http.ts'
import type { TriedRequest } from '../../workspace/state.ts'
import { curlCommand } from '../curl.ts'
import { Chunks, inMs } from '../parts/chunks.tsx'
import { ConsoleLines } from '../parts/console-lines.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { FailureText } from '../parts/failure-text.tsx'
import { BodyView, Headers, RequestLine, StatusCode } from '../parts/http-view.tsx'
import { Notice } from '../parts/notice.tsx'

function Answer({ exchange }: { readonly exchange: Exchange }) {
  const { response, failure, log } = exchange
  return (
    <>
      {failure === null ? null : <FailureText failure={failure} />}
      {response === null ? null : (
        <>
          <Headers headers={response.headers} empty="No headers" />
          <BodyView body={response.body} label="Response body" />
          {response.complete ? null : <p className="faint">The body was cut off here.</p>}
          <Chunks response={response} />
        </>
      )}
      {log.length === 0 ? null : (
        <div className="block">
          <h4 className="eyebrow">Console</h4>
          <ConsoleLines lines={log} />
        </div>
      )}
    </>
  )
}

export function TriedAnswer({ tried, stale }: { readonly tried: TriedRequest; readonly stale: boolean }) {
  const { request, exchange, problem } = tried
  const place = useRef<HTMLElement>(null)
  // Every Send is shown, also the second of the same: the answer stands below what was filled in.
  useEffect(() => {
    if (tried.exchange !== null || tried.problem !== null) place.current?.scrollIntoView({ block: 'nearest' })
  }, [tried])
  return (
    <section ref={place} className="tried" aria-label="Answer" data-stale={stale || undefined}>
      <div className="step-head" role="status">
        <RequestLine request={request} />
        {exchange?.response == null ? null : <StatusCode status={exchange.response.status} />}
        {exchange === null ? null : <span className="faint">{inMs(exchange.ms)}</span>}
        {exchange === null && problem === null ? <span className="faint">Waiting for the answer</span> : null}
        {stale ? <span className="stale-note">answered by the code before your edit</span> : null}
        <span className="step-actions">
          <CopyButton text={curlCommand(request)} label="Copy as curl" />
        </span>
      </div>
      {problem === null ? null : (
        <Notice kind="ours" title="This is our fault, not your code's.">
          {problem}
        </Notice>
      )}
      {exchange === null ? null : <Answer exchange={exchange} />}
    </section>
  )
}
