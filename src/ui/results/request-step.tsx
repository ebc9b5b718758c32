/**
 * A step that is one request, or the opening of a WebSocket, which is a request as well.
 * @module
 */

import { Plug, User } from 'lucide-react'
import type { RequestTemplate, SendStep, SocketOpenStep } from '../../check/check.ts'
import { FailureText } from '../parts/failure-text.tsx'
import { BodyView, Headers, RequestLine, StatusCode } from '../parts/http-view.tsx'
import { plannedRequest } from './planned-request.ts'
import { StepFooter } from './step-footer.tsx'
import { Expected, isStatusUnmet, StepConsole, StepHead } from './step-parts.tsx'
import type { StepViewProps } from './step-view.tsx'

/** Whose cookies go along, and under which name the socket is known. */
function Tags({ step }: { readonly step: SendStep | SocketOpenStep }) {
  return (
    <>
      {step.kind === 'socket-open' ? (
        <span className="tag">
          <Plug aria-hidden size={12} />
          WebSocket <code>{step.socket}</code>
        </span>
      ) : null}
      {step.actor === undefined ? null : <ActorTag actor={step.actor} />}
    </>
  )
}

export function ActorTag({ actor }: { readonly actor: string }) {
  return (
    <span className="tag">
      <User aria-hidden size={12} />
      <span className="visually-hidden">with the cookies of </span>
      {actor}
    </span>
  )
}

const templateOf = (step: SendStep | SocketOpenStep): RequestTemplate =>
  step.kind === 'send' ? step.request : { method: 'GET', path: step.path, headers: step.headers ?? [] }

const abortText = ({ abort }: SendStep): string | null => {
  if (abort === undefined) return null
  if ('ms' in abort) return `The client goes away after ${abort.ms} ms.`
  return `The client goes away after ${abort.chunks === 1 ? '1 chunk' : `${abort.chunks} chunks`} of the body.`
}

export function RequestStep({ step, number, stepResult, unsent }: StepViewProps<SendStep | SocketOpenStep>) {
  const exchange = stepResult?.happened?.kind === 'exchange' ? stepResult.happened.exchange : null
  const planned = plannedRequest(templateOf(step))
  // What was really sent: with values in the place of their names, and with cookies.
  const request = exchange?.request ?? planned.request
  const observations = stepResult?.observations ?? []
  const abort = step.kind === 'send' ? abortText(step) : null
  const protocols = step.kind === 'socket-open' ? (step.protocols ?? []) : []
  return (
    <>
      <StepHead number={number}>
        <RequestLine request={request} />
        {exchange?.response == null ? null : (
          <StatusCode status={exchange.response.status} unmet={isStatusUnmet(observations)} />
        )}
        <Tags step={step} />
      </StepHead>
      <Headers headers={request.headers} />
      {request.body === undefined ? null : <BodyView body={request.body} label="Request body" />}
      {protocols.length === 0 ? null : <p className="faint">Offers the subprotocols {protocols.join(', ')}</p>}
      {abort === null ? null : <p className="faint">{abort}</p>}
      {unsent === null ? null : <p className="faint">{unsent}</p>}
      {exchange?.failure == null ? null : <FailureText failure={exchange.failure} />}
      <Expected of={step} observations={observations} advice={stepResult?.advice ?? []} />
      <StepConsole lines={exchange?.log ?? []} />
      {step.kind === 'send' && (exchange !== null || planned.exact) ? (
        <StepFooter request={request} response={exchange?.response ?? null} />
      ) : null}
    </>
  )
}
