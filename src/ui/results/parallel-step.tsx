/**
 * A step that sends several requests at once: each folded away with its status, and what is expected of all together.
 * @module
 */

import { Check, ChevronRight, X } from 'lucide-react'
import { useState } from 'react'
import type { ParallelStep } from '../../check/check.ts'
import { describeStep } from '../../check/describe.ts'
import type { Observation } from '../../check/result.ts'
import type { Exchange } from '../../http/http.ts'
import { FailureText } from '../parts/failure-text.tsx'
import { BodyView, Headers, RequestLine, StatusCode } from '../parts/http-view.tsx'
import { firstUpper } from '../parts/words.ts'
import { plannedRequest } from './planned-request.ts'
import { ActorTag } from './request-step.tsx'
import { StepFooter } from './step-footer.tsx'
import { Expected, isStatusUnmet, StepConsole, StepHead } from './step-parts.tsx'
import type { StepViewProps } from './step-view.tsx'

type Send = ParallelStep['sends'][number]

interface OneProps {
  readonly send: Send
  readonly exchange: Exchange | null
  readonly observations: readonly Observation[]
}

/** Open by itself where something is not as expected. */
function One({ send, exchange, observations }: OneProps) {
  const wrong = exchange?.failure != null || observations.some(({ met }) => !met)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? wrong
  const planned = plannedRequest(send.request)
  const request = exchange?.request ?? planned.request
  const Icon = wrong ? X : Check
  return (
    <li className="one-request" data-wrong={wrong || undefined}>
      <button type="button" className="one-request-button" aria-expanded={open} onClick={() => setChosen(!open)}>
        <ChevronRight aria-hidden size={14} className="chevron" />
        <RequestLine request={request} />
        {exchange?.response == null ? null : (
          <StatusCode status={exchange.response.status} unmet={isStatusUnmet(observations)} />
        )}
        {send.actor === undefined ? null : <ActorTag actor={send.actor} />}
        {wrong || observations.length > 0 ? (
          <span className="one-request-mark">
            <Icon aria-hidden size={14} />
            <span className="visually-hidden">{wrong ? 'not as expected' : 'as expected'}</span>
          </span>
        ) : null}
      </button>
      {open ? (
        <div className="one-request-body">
          <Headers headers={request.headers} />
          {request.body === undefined ? null : <BodyView body={request.body} label="Request body" />}
          {exchange?.failure == null ? null : <FailureText failure={exchange.failure} />}
          <Expected of={send} observations={observations} advice={[]} />
          {exchange !== null || planned.exact ? (
            <StepFooter request={request} response={exchange?.response ?? null} />
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

export function ParallelStepView({ step, number, stepResult, unsent }: StepViewProps<ParallelStep>) {
  const happened = stepResult?.happened?.kind === 'parallel' ? stepResult.happened : null
  const exchanges = happened?.exchanges ?? []
  const rest = [...(stepResult?.observations ?? [])]
  const ones = step.sends.map((send, index) => {
    const exchange = exchanges[index] ?? null
    // Those of each request come first; one without an answer has none.
    return { send, exchange, observations: rest.splice(0, exchange?.response ? send.expect.length : 0) }
  })
  return (
    <>
      <StepHead number={number}>
        <span className="step-title">{firstUpper(describeStep(step))}</span>
      </StepHead>
      {unsent === null ? null : <p className="faint">{unsent}</p>}
      <ol className="together">
        {ones.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the requests of a step do not change, and they repeat
          <One key={index} {...one} />
        ))}
      </ol>
      <Expected of={step} observations={rest} advice={stepResult?.advice ?? []} />
      <StepConsole lines={happened?.log ?? []} />
    </>
  )
}
