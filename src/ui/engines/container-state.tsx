/**
 * How the WebContainer stands, stage by stage while it starts, and what can be done about it.
 * @module
 */

import { Check, Circle, CircleDot } from 'lucide-react'
import type { ContainerStage } from '../../sandbox/webcontainer/status.ts'
import { useEngines, useWorkspaceState } from '../context.ts'
import { firstUpper } from '../parts/words.ts'
import { ContainerButton } from './container-button.tsx'
import { describeConfirmation, describeContainer, engineName, STAGES, stageIndex } from './words.ts'

const STEPS = {
  done: { icon: Check, words: 'done' },
  now: { icon: CircleDot, words: 'now' },
  later: { icon: Circle, words: 'to come' },
}

function Stages({ stage }: { readonly stage: ContainerStage }) {
  const at = stageIndex(stage)
  return (
    <ol className="stages">
      {STAGES.map(([name, words], index) => {
        const step = index < at ? 'done' : index === at ? 'now' : 'later'
        const Icon = STEPS[step].icon
        return (
          <li key={name} data-step={step} aria-current={step === 'now' ? 'step' : undefined}>
            <Icon aria-hidden size={12} />
            {firstUpper(words)}
            <span className="visually-hidden">, {STEPS[step].words}</span>
          </li>
        )
      })}
    </ol>
  )
}

function Confirming() {
  const words = describeConfirmation(useWorkspaceState(state => state.confirmation))
  return words === null ? null : <p>{words}</p>
}

export function ContainerState() {
  const container = useEngines(state => state.container)
  return (
    <section className="container-state" aria-labelledby="container-title" data-kind={container.kind}>
      <h3 id="container-title">{engineName('webcontainer')}</h3>
      <p className="faint">
        Node.js inside this browser tab. Its runtime is loaded from StackBlitz; your code stays in this tab.
      </p>
      <p>{describeContainer(container)}</p>
      {container.kind === 'booting' ? <Stages stage={container.stage} /> : null}
      {container.kind === 'ready' ? <Confirming /> : null}
      <ContainerButton />
    </section>
  )
}
