/**
 * One step of a check: what was done, what was expected and what came.
 * @module
 */

import type { Step } from '../../check/check.ts'
import type { StepResult } from '../../check/result.ts'
import type { RunResult } from '../../run/verdict.ts'
import { AppStep } from './app-step.tsx'
import { ParallelStepView } from './parallel-step.tsx'
import { RequestStep } from './request-step.tsx'
import { SocketStep } from './socket-step.tsx'

/** What the view of any kind of step is given. */
export interface StepViewProps<Kind extends Step = Step> {
  readonly step: Kind
  /** Null when it is the only one. */
  readonly number: number | null
  readonly stepResult: StepResult | null
  readonly values: RunResult['values']
  /** Why it was not performed, where that is not said elsewhere already. */
  readonly unsent: string | null
}

function Body(props: StepViewProps) {
  const { step } = props
  switch (step.kind) {
    case 'send':
    case 'socket-open':
      return <RequestStep {...props} step={step} />
    case 'parallel':
      return <ParallelStepView {...props} step={step} />
    case 'socket-send':
    case 'socket-receive':
    case 'socket-close':
      return <SocketStep {...props} step={step} />
    case 'stop':
    case 'start':
    case 'wait':
      return <AppStep {...props} step={step} />
  }
}

export function StepView(props: StepViewProps) {
  return (
    <li className="step" data-kind={props.step.kind}>
      <Body {...props} />
    </li>
  )
}
