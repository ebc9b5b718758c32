/**
 * One step: the request, what was expected and what came, and the whole answer.
 * @module
 */

import { Lightbulb } from 'lucide-react'
import type { Step } from '../../check/check.ts'
import { describeUnsent } from '../../check/describe.ts'
import type { Result, StepResult } from '../../check/result.ts'
import { ConsoleLines } from '../parts/console-lines.tsx'
import { FailureText } from '../parts/failure-text.tsx'
import { BodyView, Headers, RequestLine, StatusCode } from '../parts/http-view.tsx'
import { Observations, PlannedExpectations } from './observations.tsx'
import { StepFooter } from './step-footer.tsx'

interface Props {
  readonly step: Step
  /** Null when it is the only one. */
  readonly number: number | null
  readonly stepResult: StepResult | null
  readonly result: Result | null
}

export function StepView({ step, number, stepResult, result }: Props) {
  const exchange = stepResult?.exchange ?? null
  // What was really sent: a step may send values that an earlier answer gave.
  const request = exchange?.request ?? step.request
  return (
    <li className="step">
      <div className="step-head">
        {number === null ? null : <span className="step-number">{number}</span>}
        <RequestLine request={request} />
        {exchange?.response == null ? null : <StatusCode status={exchange.response.status} />}
      </div>
      <Headers headers={request.headers} />
      {request.body === undefined ? null : <BodyView body={request.body} label="Request body" />}
      {stepResult?.outcome === 'not-run' && result !== null ? <p className="faint">{describeUnsent(result)}</p> : null}
      {exchange?.failure == null ? null : <FailureText failure={exchange.failure} />}
      {stepResult === null || stepResult.observations.length === 0 ? (
        <PlannedExpectations expectations={step.expect} />
      ) : (
        <Observations observations={stepResult.observations} />
      )}
      {stepResult?.advice.map(advice => (
        <p key={advice} className="advice">
          <Lightbulb aria-hidden size={14} />
          <span>{advice}</span>
        </p>
      ))}
      {exchange === null || exchange.log.length === 0 ? null : (
        <div className="block">
          <h4 className="eyebrow">Console</h4>
          <ConsoleLines lines={exchange.log} />
        </div>
      )}
      <StepFooter request={request} response={exchange?.response ?? null} />
    </li>
  )
}
