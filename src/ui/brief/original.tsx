/**
 * The FastAPI original, and what it really answered when it was recorded.
 * @module
 */

import type { Check, Step } from '../../check/check.ts'
import { describeHappened, describeStep, linesOf } from '../../check/describe.ts'
import type { Happened } from '../../check/result.ts'
import type { RecordedCheck } from '../../exercise/exercise.ts'
import type { Exchange } from '../../http/http.ts'
import { useWorkspaceState } from '../context.ts'
import { ConsoleLines } from '../parts/console-lines.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { BodyView, Headers, RequestLine, StatusCode } from '../parts/http-view.tsx'
import { TrustedHtml } from '../parts/trusted-html.tsx'
import { firstUpper } from '../parts/words.ts'

function Answer({ exchange }: { readonly exchange: Exchange }) {
  const { request, response, log } = exchange
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
          {log.length === 0 ? null : <ConsoleLines lines={log} />}
        </div>
      )}
    </details>
  )
}

interface StepProps {
  readonly step: Step
  readonly happened: Happened
  readonly values: RecordedCheck['values']
}

function RecordedStep({ step, happened, values }: StepProps) {
  switch (happened.kind) {
    case 'exchange':
      return <Answer exchange={happened.exchange} />
    case 'parallel':
      return happened.exchanges.map((exchange, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a recording does not change, and requests repeat in it
        <Answer key={index} exchange={exchange} />
      ))
    case 'socket':
    case 'done': {
      const lines = linesOf(step, happened)
      return (
        <div className="recorded">
          <p className="recorded-line">
            <span>{firstUpper(describeStep(step, values))}</span>
            <span className="faint">{describeHappened(step, happened)}</span>
          </p>
          {lines.length === 0 ? null : (
            <div className="recorded-answer">
              <ConsoleLines lines={lines} />
            </div>
          )}
        </div>
      )
    }
  }
}

function Recorded({ check, recorded }: { readonly check: Check; readonly recorded: RecordedCheck }) {
  return (
    <li>
      <h4>{check.title}</h4>
      {check.unlikeFastapi === undefined ? null : (
        <p className="faint">FastAPI does not pass this check: {check.unlikeFastapi}</p>
      )}
      {check.steps.map((step, index) => {
        const happened = recorded.happened[index]
        // biome-ignore lint/suspicious/noArrayIndexKey: a recording does not change, and requests repeat in it
        return happened && <RecordedStep key={index} step={step} happened={happened} values={recorded.values} />
      })}
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
          {checks.map(check => {
            const recorded = recording.checks[check.id]
            return recorded && <Recorded key={check.id} check={check} recorded={recorded} />
          })}
        </ol>
      </section>
    </article>
  )
}
