/**
 * The FastAPI original, and what it really answered when it was recorded.
 * @module
 */

import type { Check } from '../../check/check.ts'
import type { Exchange } from '../../http/http.ts'
import { useWorkspaceState } from '../context.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { BodyView, Headers, RequestLine, StatusCode } from '../parts/http-view.tsx'
import { TrustedHtml } from '../parts/trusted-html.tsx'

function Answer({ exchange }: { readonly exchange: Exchange }) {
  const { request, response } = exchange
  return (
    <details className="recorded">
      <summary>
        <RequestLine request={request} />
        {response === null ? <span>no answer</span> : <StatusCode status={response.status} />}
      </summary>
      {response === null ? null : (
        <div className="recorded-answer">
          <Headers headers={response.headers} />
          <BodyView body={response.body} label={`Body of ${request.method} ${request.path}`} />
        </div>
      )}
    </details>
  )
}

function RecordedCheck({ check, exchanges }: { readonly check: Check; readonly exchanges: readonly Exchange[] }) {
  return (
    <li>
      <h4>{check.title}</h4>
      {exchanges.map((exchange, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a recording does not change, and requests repeat in it
        <Answer key={index} exchange={exchange} />
      ))}
    </li>
  )
}

export function Original() {
  const { original, originalHtml, recording, checks } = useWorkspaceState(state => state.exercise)
  const versions = Object.entries(recording.versions).map(([name, version]) => `${name} ${version}`)
  return (
    <article className="scroll brief">
      <figure className="listing">
        <figcaption>
          <code>original.py</code>
          <CopyButton text={original} label="Copy" />
        </figcaption>
        <TrustedHtml html={originalHtml} className="highlighted" />
      </figure>
      <section className="brief-section" aria-labelledby="recording-title">
        <h3 id="recording-title">What it answers</h3>
        <p className="muted">Recorded from the real thing: {versions.join(', ')}.</p>
        <ol className="recording">
          {checks.map(check => (
            <RecordedCheck key={check.id} check={check} exchanges={recording.checks[check.id] ?? []} />
          ))}
        </ol>
      </section>
    </article>
  )
}
