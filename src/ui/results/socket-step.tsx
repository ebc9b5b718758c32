/**
 * A step on a WebSocket: which way a message went, in a word and by an arrow, and what came.
 * @module
 */

import { ArrowDownLeft, ArrowUpRight, Unplug } from 'lucide-react'
import type { SocketCloseStep, SocketReceiveStep, SocketSendStep } from '../../check/check.ts'
import { describeHappened, describeStep, sentMessage } from '../../check/describe.ts'
import type { SocketData } from '../../http/http.ts'
import { FailureText } from '../parts/failure-text.tsx'
import { BodyView } from '../parts/http-view.tsx'
import { firstUpper } from '../parts/words.ts'
import { Expected, StepConsole, StepHead } from './step-parts.tsx'
import type { StepViewProps } from './step-view.tsx'

const ICONS = { 'socket-send': ArrowUpRight, 'socket-receive': ArrowDownLeft, 'socket-close': Unplug }

/** Characters of a message that the head of its step shows. */
const shownInHead = 60

const bytesIn = (base64: string): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4)

function Message({ data, label }: { readonly data: SocketData; readonly label: string }) {
  if ('text' in data)
    return data.text === '' ? <p className="faint">Empty message</p> : <BodyView body={data} label={label} />
  return (
    <>
      <BodyView body={{ text: data.base64 }} label={label} />
      <p className="faint">A binary message of {bytesIn(data.base64).toLocaleString('en')} bytes, shown as base64.</p>
    </>
  )
}

/** The message that is sent, where the head does not hold all of it. */
function Sent({ step, values }: Pick<StepViewProps<SocketSendStep>, 'step' | 'values'>) {
  const message = sentMessage(step, values)
  if ('text' in message && message.text.length <= shownInHead) return null
  return <Message data={message} label="Message sent" />
}

function Heard({ step, stepResult }: Pick<StepViewProps<SocketReceiveStep | SocketCloseStep>, 'step' | 'stepResult'>) {
  const happened = stepResult?.happened ?? null
  if (happened?.kind !== 'socket' || happened.failure !== null) return null
  const { event } = happened
  if (event?.kind === 'message') {
    return (
      <>
        <p className="heard">
          <ArrowDownLeft aria-hidden size={14} />
          Received {'text' in event.data ? 'a text message' : 'a binary message'}
        </p>
        <Message data={event.data} label="Message received" />
      </>
    )
  }
  return (
    <p className="heard">
      <Unplug aria-hidden size={14} />
      {firstUpper(describeHappened(step, happened))}
    </p>
  )
}

export function SocketStep({
  step,
  number,
  stepResult,
  values,
  unsent,
}: StepViewProps<SocketSendStep | SocketReceiveStep | SocketCloseStep>) {
  const happened = stepResult?.happened?.kind === 'socket' ? stepResult.happened : null
  const Icon = ICONS[step.kind]
  return (
    <>
      <StepHead number={number}>
        <Icon aria-hidden size={14} />
        <span className="step-title">{firstUpper(describeStep(step, values))}</span>
      </StepHead>
      {unsent === null ? null : <p className="faint">{unsent}</p>}
      {happened?.failure == null ? null : <FailureText failure={happened.failure} />}
      {step.kind === 'socket-send' ? (
        <Sent step={step} values={values} />
      ) : (
        <>
          <Heard step={step} stepResult={stepResult} />
          <Expected of={step} observations={stepResult?.observations ?? []} advice={stepResult?.advice ?? []} />
        </>
      )}
      <StepConsole lines={happened?.log ?? []} />
    </>
  )
}
